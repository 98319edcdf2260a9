package cz.okenko.faults;

import java.util.List;
import java.util.Set;

/// Webhooks of Messenger and Telegram in turn, while the database is slow.
final class SlowTrial {
  private static final int CITIZENS = 200;

  private final Site site;
  private final int seconds = Faults.size("seconds", 60);
  private final int perSecond = Faults.size("per-second", 100);
  private final int hold = Faults.size("hold-millis", 400);
  private final int every = Faults.size("every-millis", 1_000);

  SlowTrial(Site site) {
    this.site = site;
  }

  boolean run() throws Exception {
    try (var telegram = new TelegramSide();
        var messenger = new MessengerSide(false)) {
      var settings = site.settings("slow", telegram.settings(true) + messenger.settings());
      try (var product = Product.start(site, settings, List.of())) {
        product.awaitUp();
        new OpenLoop().run(50, 10, new Shots(product.port(), 1_000_000)); // warms up
        return measure(product);
      }
    }
  }

  private boolean measure(Product product) throws Exception {
    var free = new OpenLoop();
    free.run(perSecond, Math.min(seconds, 10), new Shots(product.port(), 2_000_000));
    site.say(
        "  with the database free: p50 %.0f, p95 %.0f, p99 %.0f ms"
            .formatted(free.within(500), free.within(950), free.within(990)));
    var loop = new OpenLoop();
    int bursts;
    try (var brake = new Brake(product.database(), hold, every)) {
      loop.run(perSecond, seconds, new Shots(product.port(), 3_000_000));
      bursts = brake.bursts();
    }
    Set<String> missing = Stored.missingAfterKill(product, loop.acknowledged());
    site.row(
        "webhooks answered while the database stands still for %d of each %d ms"
            .formatted(hold, every),
        "p50 %.0f ms, p95 %.0f ms, p99 %.0f ms, longest %.0f ms"
            .formatted(loop.within(500), loop.within(950), loop.within(990), loop.within(1_000))
            + "; %d acknowledged at %d/s over %d s, %d bursts, errors %s, %d not on disk"
                .formatted(loop.acknowledged().size(), perSecond, seconds, bursts, loop.errors(),
                    missing.size()),
        "p99 < 1 s",
        "deployment/okenko-faults slow seconds=" + seconds);
    return missing.isEmpty();
  }

  private record Shots(int port, int base) implements OpenLoop.Shot {
    @Override
    public int fire(int n) throws InterruptedException {
      long chat = 900_000L + n / 2 % CITIZENS;
      return n % 2 == 0
          ? MessengerSide.bring(
              port,
              MessengerSide.message(
                  Inhabitants.PAGE, "77" + n / 2 % CITIZENS, key(n), Questions.number(n)))
          : TelegramSide.bring(
              port, TelegramSide.update(base + n, chat, Questions.number(n)));
    }

    @Override
    public String key(int n) {
      return n % 2 == 0
          ? "m_" + (base + n)
          : TelegramSide.key(900_000L + n / 2 % CITIZENS, base + n);
    }
  }
}
