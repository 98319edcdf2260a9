package cz.okenko.benchmark;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// `Benchmark WHAT FOLDER PRODUCT… -- BARE…`: WHAT is `chat`, `start`, `memory`, `answer`,
/// `articles` or `inbox`; then the commands that start the two servers. Called by `deployment/benchmark`.
public final class Benchmark {
  private Benchmark() {}

  public static void main(String[] arguments) throws Exception {
    List<String> all = Arrays.asList(arguments);
    int cut = all.indexOf("--");
    var site = new Site(Path.of(all.get(1)), all.subList(2, cut), all.subList(cut + 1, all.size()));
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    switch (all.getFirst()) {
      case "chat" -> new ChatBenchmark(site, out).run();
      case "start" -> new StartBenchmark(site, out).run();
      case "memory" -> new MemoryBenchmark(site, out).run();
      case "answer" -> new AnswerBenchmark(site, out).run();
      case "articles" -> new ArticlesBenchmark(site.folder(), out).run();
      case "inbox" -> new InboxBenchmark(site, out).run();
      default -> throw new IllegalArgumentException("nothing to measure: " + all.getFirst());
    }
  }

  /// Rounds and sizes; smaller ones by `-Dokenko.benchmark.work=2000` for a first look.
  static int work() {
    return Integer.getInteger("okenko.benchmark.work", 20_000);
  }

  static int rounds() {
    return Integer.getInteger("okenko.benchmark.rounds", 5);
  }
}
