package cz.okenko.faults;

import java.util.List;
import java.util.Set;

/// Signed webhook messages at a steady rate; then the process is killed and its database read.
final class RateTrial {
  private static final int CITIZENS = 2_000;
  private static final int ROUND_SECONDS = 10;
  private static final int MOST_ROUNDS = 8;

  private final Site site;
  private final int seconds = Faults.size("seconds", 60);
  private final int perSecond = Faults.size("per-second", 500);

  RateTrial(Site site) {
    this.site = site;
  }

  boolean run() throws Exception {
    try (var messenger = new MessengerSide(false);
        var product =
            Product.start(site, site.settings("rate", messenger.settings()), List.of())) {
      product.awaitUp();
      warmUp(product);
      var loop = new OpenLoop();
      double before = product.processorSeconds();
      loop.run(perSecond, seconds, new Shots(product.port(), "rate"));
      double cost = product.processorSeconds() - before;
      long waiting;
      long stored;
      long undelivered;
      try (var ledger = Ledger.of(product.database())) {
        stored =
            ledger.number(
                "select count(*) from message where substr(external_id, 1, 6) = 'm_rate'");
        waiting = ledger.number("select count(*) from message where received = 1");
        undelivered = ledger.number("select count(*) from outbox");
      }
      Set<String> missing = Stored.missingAfterKill(product, loop.acknowledged());
      site.say(
          "  processor %.1f s; %d stored, %d not answered yet, %d answers not delivered yet"
              .formatted(cost, stored, waiting, undelivered));
      int sent = perSecond * seconds;
      site.row(
          "signed webhook messages at " + perSecond + "/s for " + seconds + " s, then `kill -9`",
          "%.0f/s acknowledged, %d of %d, errors %s, %d not on disk; p50 %.0f ms, p99 %.0f ms"
              .formatted(loop.perSecond(), loop.acknowledged().size(), sent, loop.errors(),
                  missing.size(), loop.within(500), loop.within(990)),
          perSecond + "/s, 0 not on disk",
          "deployment/okenko-faults rate per-second=" + perSecond + " seconds=" + seconds);
      return missing.isEmpty();
    }
  }

  /// Rounds of the same work, each delivered whole before the next, until a message costs within a
  /// tenth what it cost in the round before.
  private void warmUp(Product product) throws Exception {
    double last = 0;
    try (var ledger = Ledger.of(product.database())) {
      for (int round = 0; round < MOST_ROUNDS; round++) {
        double before = product.processorSeconds();
        new OpenLoop().run(perSecond, ROUND_SECONDS, new Shots(product.port(), "warm" + round));
        ledger.awaitZero("select count(*) from outbox", ROUND_SECONDS * MOST_ROUNDS);
        double each = (product.processorSeconds() - before) / (perSecond * ROUND_SECONDS);
        site.say("  warming up: %.2f ms of processor time for a message".formatted(each * 1e3));
        if (Math.abs(each - last) < each / 10) {
          return;
        }
        last = each;
      }
    }
  }

  private record Shots(int port, String name) implements OpenLoop.Shot {
    @Override
    public int fire(int n) throws InterruptedException {
      int person = n % CITIZENS;
      return MessengerSide.bring(
          port,
          MessengerSide.message(
              MessengerSide.PAGES.get(person % MessengerSide.PAGES.size()), "66" + person, key(n), Questions.number(n)));
    }

    @Override
    public String key(int n) {
      return "m_" + name + "_" + n;
    }
  }
}
