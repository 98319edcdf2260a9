package cz.okenko.connectors.email.intake;

import cz.okenko.connectors.Health;
import cz.okenko.connectors.Health.State;
import cz.okenko.connectors.Health.Trouble;
import cz.okenko.connectors.Notebook;
import cz.okenko.connectors.email.access.Account;
import cz.okenko.connectors.email.access.NotSignedIn;
import cz.okenko.connectors.email.access.Server;
import cz.okenko.connectors.email.access.Sockets;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks into the mailbox regularly and when the bell rings, and takes in what is new, one mail
/// after the other in the order of the mailbox, so that the order of each sender is kept. After any
/// failure it connects anew. One virtual thread; nothing else waits for it.
public final class Reader implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Reader.class);

  /// Progress is noted after so many; after a crash at most these are read again, and recognised.
  private static final int BATCH = 25;

  /// How often a mail is tried before it is given up, so that it does not hold up those after it.
  private static final int MOST_TRIES = 6;

  private static final Duration PARTING = Duration.ofSeconds(1);

  private final Server server;
  private final Account account;
  private final String folder;
  private final Desk desk;
  private final Bell bell;
  private final Semaphore news = new Semaphore(0);

  /// Mails that could not be taken in yet, and how often that was tried; for the reader's thread.
  private final Map<String, Integer> refused = new HashMap<>();

  private volatile boolean closed;
  private volatile Sockets sockets = new Sockets();
  private volatile Health health = new Health(State.CONNECTING, Trouble.NONE, Duration.ZERO);
  private volatile Thread thread = Thread.ofVirtual().name("email-reader").unstarted(this::run);

  /// What a mail is put on, and how fast.
  public record Desk(
      Archive archive, Intake intake, Notebook notebook, InstantSource clock, Rhythm rhythm) {}

  public Reader(Server server, Account account, String folder, Desk desk) {
    this.server = server;
    this.account = account;
    this.folder = folder;
    this.desk = desk;
    this.bell = new Bell(server, account, folder, desk.rhythm(), news::release);
  }

  /// Begins to work; called once.
  public void start() {
    thread.start();
    bell.start();
  }

  public Health health() {
    return health;
  }

  private void run() {
    int failures = 0;
    while (!closed) {
      Sockets fresh = new Sockets();
      sockets = fresh;
      try (Mailbox mailbox = Mailbox.open(server, account, folder, fresh)) {
        while (!closed) {
          drain(mailbox);
          health = Health.WELL;
          failures = 0;
          await(desk.rhythm().poll());
        }
      } catch (NotSignedIn e) {
        failed(++failures, Trouble.NOT_SIGNED_IN, e);
      } catch (Lost e) {
        failed(++failures, Trouble.UNREACHABLE, e);
      } catch (IOException | RuntimeException | StackOverflowError e) {
        failed(++failures, Trouble.NOT_STORED, e);
      }
    }
  }

  /// Logs the first of several failures in a row, and waits; longer each time, and never exactly as
  /// long as others who lost the same server.
  private void failed(int failures, Trouble trouble, Throwable e) {
    if (closed) {
      return;
    }
    if (failures == 1) {
      LOG.warn("mailbox: {} ({})", trouble, e.getClass().getSimpleName());
    }
    health = new Health(State.FAILING, trouble, health.lag());
    long pause = desk.rhythm().pause(failures).toMillis();
    await(Duration.ofMillis(pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1)));
  }

  private void await(Duration pause) {
    try {
      if (news.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        news.drainPermits();
      }
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  private void drain(Mailbox mailbox) throws IOException {
    mailbox.select();
    Progress progress =
        Progress.read(desk.notebook(), folder).in(mailbox.validity(), mailbox.next());
    if (progress.hasEarlier()) {
      progress = take(mailbox, mailbox.search(progress.earlier()), progress);
    }
    Progress before = progress;
    List<Long> later =
        mailbox.search(progress.later()).stream().filter(before::isLater).toList();
    progress = take(mailbox, later, progress);
    if (!closed) {
      note(progress.drained(desk.clock().instant()));
    }
  }

  private void note(Progress progress) {
    if (!progress.equals(Progress.read(desk.notebook(), folder))) {
      progress.write(desk.notebook(), folder);
    }
  }

  private Progress take(Mailbox mailbox, List<Long> uids, Progress start) throws IOException {
    Progress progress = start;
    for (int i = 0; i < uids.size() && !closed; i += BATCH) {
      List<Long> batch = uids.subList(i, Math.min(uids.size(), i + BATCH));
      Map<Long, Instant> received = mailbox.received(batch);
      Map<Long, String> kept = keep(mailbox, batch, received);
      for (long uid : batch) {
        Instant at = received.get(uid);
        String id = kept.get(uid);
        if (at != null && id != null && !closed) {
          behind(at);
          take(id, at);
        }
        progress = closed ? progress : progress.readTo(uid);
      }
      note(progress);
      mailbox.mark(batch);
    }
    return progress;
  }

  /// Fails when the mail must be tried again. When nothing at all can be stored giving up fails, too.
  private void take(String id, Instant at) throws IOException {
    try {
      if (refused.getOrDefault(id, 0) < MOST_TRIES) {
        desk.intake().take(id, at);
      } else {
        LOG.error("mail {} cannot be taken in and is put aside for a clerk", id);
        desk.intake().giveUp(id, at);
      }
      refused.remove(id);
    } catch (IOException | RuntimeException | Error e) {
      refused.merge(id, 1, Integer::sum);
      throw e;
    }
  }

  /// All mails of a batch that are still there are on disk when this returns.
  private Map<Long, String> keep(Mailbox mailbox, List<Long> batch, Map<Long, Instant> received)
      throws IOException {
    Map<Long, String> kept = new HashMap<>();
    for (long uid : batch) {
      if (received.containsKey(uid) && !closed) {
        kept.put(uid, desk.archive().write(out -> mailbox.copy(uid, out)));
      }
    }
    desk.archive().sync(kept.values());
    return kept;
  }

  private void behind(Instant received) {
    Duration lag = Duration.between(received, desk.clock().instant());
    if (!lag.isNegative()) {
      health = new Health(State.CONNECTED, Trouble.NONE, lag);
    }
  }

  /// Breaks the connections; a mail that is being taken in is taken in again by the next process.
  @Override
  public void close() {
    closed = true;
    bell.close();
    news.release();
    sockets.close();
    try {
      if (thread.isAlive() && !thread.join(PARTING)) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
