package cz.okenko.faults;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// `Faults WHAT FOLDER SETTINGS PRODUCT…`: WHAT is `kill`, `slow`, `rate` or `backlog`, then the
/// demo office's settings and the command that starts the product. Called by
/// `deployment/okenko-faults`. Ends with 1 when something was lost or doubled that must not be, and
/// with 2 when the time is over.
public final class Faults {
  private Faults() {}

  public static void main(String[] arguments) throws Exception {
    List<String> all = Arrays.asList(arguments);
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    limit(out);
    var site =
        new Site(Path.of(all.get(1)), Path.of(all.get(2)), all.subList(3, all.size()), out);
    boolean good =
        switch (all.getFirst()) {
          case "kill" -> new KillTrial(site).run();
          case "slow" -> new SlowTrial(site).run();
          case "rate" -> new RateTrial(site).run();
          case "backlog" -> new BacklogTrial(site).run();
          default -> throw new IllegalArgumentException("no such trial: " + all.getFirst());
        };
    System.exit(good ? 0 : 1);
  }

  /// A size, by `-Dokenko.faults.NAME=…`.
  static int size(String name, int usual) {
    return Integer.getInteger("okenko.faults." + name, usual);
  }

  private static void limit(PrintStream out) {
    int minutes = size("limit-minutes", 60);
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try {
                TimeUnit.MINUTES.sleep(minutes);
              } catch (InterruptedException e) {
                return;
              }
              out.println("not finished after " + minutes + " minutes");
              System.exit(2);
            });
  }
}
