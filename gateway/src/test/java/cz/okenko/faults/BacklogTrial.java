package cz.okenko.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A mailbox full of unread mails is read by a product with 512 MB of heap.
final class BacklogTrial {
  private static final Pattern PAUSE = Pattern.compile("Pause.* (\\d+)M->(\\d+)M\\((\\d+)M\\)");

  private final Site site;
  private final int mails = Faults.size("mails", 100_000);
  private final Backlog backlog = new Backlog(mails, Faults.size("senders", 1_000));
  private final int longest = Faults.size("longest-seconds", 3_000);

  BacklogTrial(Site site) {
    this.site = site;
  }

  boolean run() throws Exception {
    Path log = site.folder().resolve("gc.log");
    List<String> options =
        List.of("-Xmx512m", "-XX:+ExitOnOutOfMemoryError", "-Xlog:gc:file=" + log);
    try (var mail = new MailSide(backlog);
        var product = Product.start(site, site.settings("backlog", mail.settings()), options)) {
      product.awaitUp();
      long start = System.nanoTime();
      long stored = read(product, start);
      double seconds = (System.nanoTime() - start) / 1e9;
      boolean lived = product.isAlive();
      double cost = product.processorSeconds();
      product.kill();
      return report(new Result(stored, seconds, cost, lived), product, log);
    }
  }

  /// @param lived whether the process was still there after the last mail
  private record Result(long stored, double seconds, double cost, boolean lived) {}

  private long read(Product product, long start) throws Exception {
    long told = start;
    try (var ledger = Ledger.of(product.database())) {
      while (true) {
        long stored =
            ledger.number("select count(*) from message where channel = 'email'"
                + " and author = 'citizen'");
        long now = System.nanoTime();
        if (now - told > TimeUnit.SECONDS.toNanos(30)) {
          told = now;
          long seconds = TimeUnit.NANOSECONDS.toSeconds(now - start);
          site.say("  " + stored + " mails after " + seconds + " s");
        }
        boolean late = now - start > TimeUnit.SECONDS.toNanos(longest);
        if (stored >= mails || late || !product.isAlive()) {
          return stored;
        }
        TimeUnit.MILLISECONDS.sleep(200);
      }
    }
  }

  private boolean report(Result result, Product product, Path log) throws Exception {
    var last = new HashMap<Integer, Integer>();
    var missing = new HashSet<Integer>();
    for (int uid = 1; uid <= mails; uid++) {
      missing.add(uid);
    }
    int faults = 0;
    long answers;
    try (var ledger = Ledger.of(product.database())) {
      for (Ledger.Said line : ledger.said()) {
        if (line.citizen()) {
          faults += inOrder(line.key(), last, missing) ? 0 : 1;
        }
      }
      answers = ledger.number("select count(*) from message where author = 'bot'");
    }
    site.say(
        "  processor %.1f s; %d answers made when the last mail was stored; process alive: %s"
            .formatted(result.cost(), answers, result.lived()));
    site.row(
        mails + " mails of " + backlog.senders() + " senders read with `-Xmx512m`",
        "%d stored, %d missing, %d out of order or doubled; %s; %.0f mails/s (%.0f s)"
            .formatted(result.stored(), missing.size(), faults, heap(log),
                result.stored() / result.seconds(), result.seconds()),
        "all, in order, within 512 MB",
        "deployment/okenko-faults backlog mails=" + mails);
    return missing.isEmpty() && faults == 0 && result.lived();
  }

  /// Whether the mail is new and later than the ones before it of the same sender.
  private boolean inOrder(String key, Map<Integer, Integer> last, Set<Integer> missing) {
    int uid = key.isEmpty() ? 0 : Integer.parseInt(key.substring(1, key.length() - 1));
    if (!missing.remove(uid)) {
      return false;
    }
    Backlog.Turn turn = backlog.turn(uid);
    int expected = last.getOrDefault(turn.sender(), -1) + 1;
    last.put(turn.sender(), turn.number());
    return turn.number() == expected;
  }

  private static String heap(Path log) throws IOException {
    int full = 0;
    int live = 0;
    for (String line : Files.readAllLines(log)) {
      Matcher pause = PAUSE.matcher(line);
      if (pause.find()) {
        full = Math.max(full, Integer.parseInt(pause.group(1)));
        live = Math.max(live, Integer.parseInt(pause.group(2)));
      }
    }
    return "heap at most " + full + " MiB before a collection, " + live + " MiB after one";
  }
}
