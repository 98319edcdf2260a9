package cz.okenko.gateway.delivery;

import cz.okenko.connectors.Address;
import cz.okenko.connectors.Connector;
import cz.okenko.connectors.Delivery;
import cz.okenko.connectors.OutboundMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// A channel whose platform does what the test wrote down for each address; without a script it
/// takes everything.
final class ScriptedConnector implements Connector {
  private final Map<Address, Queue<Behaviour>> scripts = new HashMap<>();
  private final List<OutboundMessage> taken = new ArrayList<>();
  private final List<OutboundMessage> tried = new ArrayList<>();
  private final Semaphore attempts = new Semaphore(0);

  private Duration confirming = Duration.ZERO;

  private interface Behaviour {
    Delivery take() throws IOException;
  }

  @Override
  public String channel() {
    return "pigeon";
  }

  @Override
  public Delivery deliver(OutboundMessage message) throws IOException {
    Behaviour behaviour = next(message);
    try {
      Delivery delivery = behaviour.take();
      if (delivery instanceof Delivery.Delivered) {
        synchronized (this) {
          taken.add(message);
        }
      }
      return delivery;
    } finally {
      attempts.release();
    }
  }

  @Override
  public synchronized Duration confirmsWithin() {
    return confirming;
  }

  synchronized void confirmsWithin(Duration within) {
    confirming = within;
  }

  private synchronized Behaviour next(OutboundMessage message) {
    tried.add(message);
    Behaviour scripted = scripts.getOrDefault(message.address(), new ArrayDeque<>()).poll();
    return scripted == null ? Delivery.Delivered::new : scripted;
  }

  void cannotBeReached(Address address) {
    will(
        address,
        () -> {
          throw new IOException("no wind");
        });
  }

  void breaks(Address address) {
    will(
        address,
        () -> {
          throw new IllegalStateException("a fault in the connector");
        });
  }

  void defers(Address address, Instant until) {
    will(address, () -> new Delivery.Deferred(until));
  }

  void refuses(Address address, Delivery.Reason reason) {
    will(address, () -> new Delivery.Refused(reason));
  }

  /// Takes the next message only once the latch is open.
  void hangs(Address address, CountDownLatch latch) {
    will(
        address,
        () -> {
          try {
            latch.await();
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
          return new Delivery.Delivered();
        });
  }

  /// Waits until it was tried so often since the last call.
  void awaitAttempts(int n) throws InterruptedException {
    if (!attempts.tryAcquire(n, 30, TimeUnit.SECONDS)) {
      throw new AssertionError("not tried " + n + " times; taken " + texts());
    }
  }

  synchronized List<String> texts() {
    return taken.stream().map(OutboundMessage::text).toList();
  }

  synchronized List<String> tried() {
    return tried.stream().map(OutboundMessage::text).toList();
  }

  private synchronized void will(Address address, Behaviour behaviour) {
    scripts.computeIfAbsent(address, key -> new ArrayDeque<>()).add(behaviour);
  }

  @Override
  public void close() {}
}
