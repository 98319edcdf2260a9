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
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks into the mailbox regularly and when the bell rings, and takes in what is new, batch by batch
/// in the order of the mailbox. After any failure it connects anew. One virtual thread; nothing else
/// waits for it.
public final class Reader implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Reader.class);

  /// Progress is noted after so many; after a crash at most these are read again, and recognised.
  private static final int BATCH = 200;

  /// Mails asked for in one round trip, each of which may bring [Mailbox#CHUNK] bytes at once.
  private static final int FETCHED = 16;

  private static final Duration PARTING = Duration.ofSeconds(1);

  private final Server server;
  private final Account account;
  private final String folder;
  private final Desk desk;
  private final Bell bell;
  private final Semaphore news = new Semaphore(0);

  private final Lanes lanes;

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
    this.lanes = new Lanes(desk.intake());
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

  /// While one batch is taken in the next one is fetched already.
  private Progress take(Mailbox mailbox, List<Long> uids, Progress start) throws IOException {
    Progress progress = start;
    try (ExecutorService ahead = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<List<Lanes.Letter>> fetched = ahead.submit(() -> keep(mailbox, batch(uids, 0)));
      for (int i = 0; i < uids.size() && !closed; i += BATCH) {
        List<Lanes.Letter> letters = await(fetched);
        List<Long> next = batch(uids, i + BATCH);
        fetched = ahead.submit(() -> keep(mailbox, next));
        letters.stream().findFirst().ifPresent(letter -> behind(letter.received()));
        lanes.take(letters, () -> closed);
        if (!closed) {
          List<Long> batch = batch(uids, i);
          progress = progress.readTo(batch.getLast());
          note(progress);
          mailbox.mark(batch);
        }
      }
    }
    return progress;
  }

  private static List<Long> batch(List<Long> uids, int from) {
    int start = Math.min(uids.size(), from);
    return uids.subList(start, Math.min(uids.size(), start + BATCH));
  }

  private static <T> T await(Future<T> work) throws IOException {
    try {
      return work.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new IOException("mails could not be fetched", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("closing");
    }
  }

  /// All mails of a batch that are still there, in their order; they are on disk when this returns.
  private List<Lanes.Letter> keep(Mailbox mailbox, List<Long> batch) throws IOException {
    Map<Long, Instant> received =
        batch.isEmpty() ? Map.of() : mailbox.received(batch);
    List<Long> there = batch.stream().filter(received::containsKey).toList();
    List<Lanes.Letter> kept = new ArrayList<>();
    for (int i = 0; i < there.size() && !closed; i += FETCHED) {
      List<Long> some = there.subList(i, Math.min(there.size(), i + FETCHED));
      Map<Long, byte[]> starts = mailbox.starts(some);
      for (long uid : some) {
        byte[] start = starts.getOrDefault(uid, new byte[0]);
        String id = desk.archive().write(out -> mailbox.copy(uid, start, out));
        kept.add(new Lanes.Letter(id, received.getOrDefault(uid, Instant.EPOCH)));
      }
    }
    desk.archive().sync(kept.stream().map(Lanes.Letter::id).toList());
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
