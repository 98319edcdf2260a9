package cz.okenko.faults;

import java.util.List;
import java.util.Set;

/// Signed webhook messages at a steady rate; then the process is killed and its database read.
final class RateTrial {
  private static final int CITIZENS = 2_000;
  private static final int PAGES = 4;

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
      int rising = Math.max(1, perSecond / 4);
      new OpenLoop().run(rising, 15, new Shots(product.port(), "warm")); // warms up
      var loop = new OpenLoop();
      double before = product.processorSeconds();
      loop.run(perSecond, seconds, new Shots(product.port(), "rate"));
      double cost = product.processorSeconds() - before;
      long waiting;
      long stored;
      try (var ledger = Ledger.of(product.database())) {
        stored =
            ledger.number(
                "select count(*) from message where substr(external_id, 1, 6) = 'm_rate'");
        waiting = ledger.number("select count(*) from message where received = 1");
      }
      Set<String> missing = Stored.missingAfterKill(product, loop.acknowledged());
      site.say(
          "  processor %.1f s; %d stored, %d not answered yet when it was killed"
              .formatted(cost, stored, waiting));
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

  private record Shots(int port, String name) implements OpenLoop.Shot {
    @Override
    public int fire(int n) throws InterruptedException {
      int person = n % CITIZENS;
      return MessengerSide.bring(
          port,
          MessengerSide.message(
              Inhabitants.PAGE + person % PAGES, "66" + person, key(n), Questions.number(n)));
    }

    @Override
    public String key(int n) {
      return "m_" + name + "_" + n;
    }
  }
}
