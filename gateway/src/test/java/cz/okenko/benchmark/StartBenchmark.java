package cz.okenko.benchmark;

import cz.okenko.benchmark.Questions.Question;
import cz.okenko.benchmark.ServerProcess.Plan;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// From the start of the process to the first right answer, in turn: the product and the bare
/// server, with and without Java's cache of loaded classes, and the product on an empty folder.
final class StartBenchmark {
  private static final int STARTS = Integer.getInteger("okenko.benchmark.starts", 7);

  private final Site site;
  private final PrintStream out;
  private final Question question;
  private final Map<String, List<Double>> times = new LinkedHashMap<>();
  private final Map<String, List<Double>> work = new LinkedHashMap<>();
  private final Map<String, List<Double>> memory = new LinkedHashMap<>();

  /// The question is one that both answer rightly, which is asked of both first.
  StartBenchmark(Site site, PrintStream out) throws Exception {
    this.site = site;
    this.out = out;
    Question any = Questions.all().getFirst();
    try (var product = ServerProcess.start(site.product("start", List.of()));
        var bare = ServerProcess.start(site.bare("start-bare", List.of()))) {
      product.firstAnswer(line -> line.get(any.asked()).status() == 200);
      bare.firstAnswer(
          line -> line.post("/ask", "", "{\"text\":" + any.json() + "}").status() == 200);
      this.question = Questions.answeredByBoth(product.port(), bare.port()).getFirst();
    }
  }

  void run() throws Exception {
    for (int i = 0; i <= STARTS; i++) {
      boolean counts = i > 0; // the first time files come from the disk, and the folder is filled
      product("product, with the cache", site.product("start", List.of()), counts);
      bare("bare, with the cache", site.bare("start-bare", List.of()), counts);
      product("product, without", site.uncached().product("start", List.of()), counts);
      bare("bare, without", site.uncached().bare("start-bare", List.of()), counts);
      product("product, with the cache, empty folder", site.product("new" + i, List.of()), counts);
    }
    times.forEach((name, all) -> out.println(name + ": " + Spread.of(all).in("ms to the answer")));
    work.forEach((name, all) -> out.println(name + ": " + Spread.of(all).in("s of processor time")));
    memory.forEach((name, all) -> out.println(name + ": " + Spread.of(all).in("MiB resident")));
    ratio("start beside the bare server, both with the cache", times);
    ratio("processor time of a start beside the bare server, both with the cache", work);
    ratio("resident memory beside the bare server, both with the cache", memory);
  }

  private void ratio(String name, Map<String, List<Double>> of) {
    var ratios = new ArrayList<Double>();
    for (int i = 0; i < STARTS; i++) {
      ratios.add(
          of.getOrDefault("product, with the cache", List.of()).get(i)
              / of.getOrDefault("bare, with the cache", List.of()).get(i));
    }
    out.println(name + ": " + Spread.of(ratios).in("×"));
  }

  private void product(String name, Plan plan, boolean counts) throws Exception {
    start(name, plan, line -> line.get(question.asked()).body().contains(question.member()), counts);
  }

  private void bare(String name, Plan plan, boolean counts) throws Exception {
    String body = "{\"text\":" + question.json() + "}";
    start(name, plan, line -> line.post("/ask", "", body).body().contains(question.member()), counts);
  }

  private void start(String name, Plan plan, ServerProcess.Probe probe, boolean counts)
      throws Exception {
    try (var server = ServerProcess.start(plan)) {
      double time = server.firstAnswer(probe);
      double spent = server.processorSeconds();
      double resident = server.residentMemory();
      if (counts) {
        times.computeIfAbsent(name, key -> new ArrayList<>()).add(time);
        work.computeIfAbsent(name, key -> new ArrayList<>()).add(spent);
        memory.computeIfAbsent(name, key -> new ArrayList<>()).add(resident);
      }
    }
  }
}
