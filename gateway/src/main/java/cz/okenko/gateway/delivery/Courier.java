package cz.okenko.gateway.delivery;

import cz.okenko.connectors.Connector;
import cz.okenko.connectors.Delivery;
import cz.okenko.connectors.Enclosure;
import cz.okenko.connectors.OutboundMessage;
import cz.okenko.connectors.OutboundMessage.Speaker;
import cz.okenko.gateway.store.Store;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes due messages to their connectors, in order for each address, and records what became of
/// them; a slow address holds up no other. Wakes when told and once a second. At least once: only a
/// crash between the platform's acceptance and our commit sends a message again, and that row is
/// marked uncertain; where the platform confirms what it took, such a row waits for that first. A
/// delivery that hangs longer than its lease is not tried beside itself.
public final class Courier implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);
  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final int ROUND = 256;

  private final Store store;
  private final Map<String, Connector> connectors;
  private final Files files;
  private final InstantSource clock;
  private final Semaphore bell = new Semaphore(0);
  private final ConcurrentLinkedQueue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
  private final Set<Long> underWay = ConcurrentHashMap.newKeySet();
  private final ExecutorService carriers = Executors.newVirtualThreadPerTaskExecutor();
  private final Thread thread;
  private volatile boolean closing;

  /// Files that go along with a message.
  @FunctionalInterface
  public interface Files {
    /// @throws FileNotFoundException when one of them is not there any more
    List<Enclosure> of(long message) throws FileNotFoundException;
  }

  public Courier(
      Store store, Map<String, Connector> connectors, Files files, InstantSource clock) {
    this.store = store;
    this.files = files;
    this.connectors = Map.copyOf(connectors);
    this.clock = clock;
    this.thread = Thread.ofVirtual().name("okenko-courier").unstarted(this::run);
  }

  /// Takes over what an earlier process left and starts working.
  public void start() {
    Instant now = clock.instant();
    int uncertain =
        store.write(
            handle -> {
              connectors.forEach(
                  (channel, connector) ->
                      Outbox.await(handle, channel, now.plus(connector.confirmsWithin())));
              return Outbox.recover(handle);
            });
    if (uncertain > 0) {
      LOG.warn("{} messages were under way when the gateway last stopped", uncertain);
    }
    thread.start();
  }

  /// Says that something was put into the outbox.
  public void wake() {
    bell.release();
  }

  @Override
  public void close() {
    closing = true;
    bell.release();
    try {
      thread.join(GRACE);
      carriers.shutdown();
      if (!carriers.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("some deliveries did not end in time; they are uncertain");
        carriers.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exchange(List.copyOf(outcomes), clock.instant(), 0);
  }

  private void run() {
    while (!closing) {
      try {
        bell.tryAcquire(1, TimeUnit.SECONDS);
        bell.drainPermits();
        while (!closing && round() == ROUND) {
          // more may be due
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.error("a round of deliveries failed; the next one tries again", e);
      }
    }
  }

  /// Records what came back meanwhile and sends out what is due. Writes nothing when there is neither.
  private int round() {
    Instant now = clock.instant();
    List<Outcome> back = List.copyOf(outcomes);
    if (back.isEmpty() && store.read(handle -> Outbox.due(handle, now, 1)).isEmpty()) {
      return 0;
    }
    List<OutboundMessage> due = exchange(back, now, ROUND);
    due.forEach(this::setOut);
    return due.size();
  }

  /// What is still under way after its lease has the lease prolonged; it goes on alone.
  private void setOut(OutboundMessage message) {
    if (underWay.add(message.id())) {
      carriers.execute(() -> carry(message));
    }
  }

  /// Until it is recorded that a message went, a crash leaves it in doubt; so that is done at once. What
  /// is to be tried again, or cannot be recorded now, is left to the next round.
  private void carry(OutboundMessage message) {
    var outcome = new Outcome(message.id(), deliver(message));
    if (outcome.delivery() instanceof Delivery.Deferred || !recorded(outcome)) {
      outcomes.add(outcome);
    }
    bell.release();
  }

  private boolean recorded(Outcome outcome) {
    try {
      exchange(List.of(outcome), clock.instant(), 0);
      return true;
    } catch (RuntimeException e) {
      LOG.warn("what became of message {} is recorded later", outcome.message(), e);
      return false;
    }
  }

  private Delivery deliver(OutboundMessage message) {
    Connector connector = connectors.get(message.address().channel());
    if (connector == null) {
      return new Delivery.Refused(Delivery.Reason.CHANNEL_OFF);
    }
    OutboundMessage whole;
    try {
      whole = whole(message);
    } catch (FileNotFoundException e) {
      LOG.warn("a file of message {} is gone", message.id());
      return new Delivery.Refused(Delivery.Reason.FILE);
    }
    if (!whole.enclosures().isEmpty() && !connector.encloses()) {
      return new Delivery.Refused(Delivery.Reason.FILE);
    }
    try {
      return connector.deliver(whole);
    } catch (IOException | RuntimeException e) {
      LOG.warn("message {} could not be delivered, trying again later", message.id(), e);
      return new Delivery.Deferred(clock.instant().plus(pause(message)));
    }
  }

  /// Nobody but clerks sends files.
  private OutboundMessage whole(OutboundMessage message) throws FileNotFoundException {
    return message.speaker() instanceof Speaker.Clerk
        ? message.enclosing(files.of(message.id()))
        : message;
  }

  private Duration pause(OutboundMessage message) {
    int attempts = store.read(h -> Outbox.attempts(h, message.id()));
    Duration pause = Duration.ofSeconds(1L << Math.min(attempts, 11));
    return pause.compareTo(LONGEST_WAIT) < 0 ? pause : LONGEST_WAIT;
  }

  /// In one transaction records what came back and claims what is due. Outcomes are forgotten only
  /// after the commit, so one that fails loses none.
  private List<OutboundMessage> exchange(List<Outcome> back, Instant now, int most) {
    List<OutboundMessage> due =
        store.write(
            handle -> {
              back.forEach(outcome -> record(handle, outcome.message(), outcome.delivery()));
              return most == 0 ? List.of() : Outbox.claim(handle, now, LEASE, most);
            });
    outcomes.removeAll(back);
    back.forEach(outcome -> underWay.remove(outcome.message()));
    return due;
  }

  private static void record(Handle handle, long id, Delivery delivery) {
    switch (delivery) {
      case Delivery.Delivered() -> Outbox.delivered(handle, id);
      case Delivery.Deferred(Instant until) -> Outbox.deferred(handle, id, until);
      case Delivery.Refused(Delivery.Reason reason) -> Outbox.refused(handle, id, reason);
    }
  }

  private record Outcome(long message, Delivery delivery) {}
}
