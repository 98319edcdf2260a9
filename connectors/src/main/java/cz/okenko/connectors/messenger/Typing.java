package cz.okenko.connectors.messenger;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/// Shows a citizen who has just written that an answer is being made. A courtesy: it never keeps a
/// message waiting, and is left out when the platform is slow or a person speaks for the office.
final class Typing implements AutoCloseable {
  private static final int MOST_AT_ONCE = 8;

  private final Graph graph;
  private final Threads threads;
  private final Semaphore hands = new Semaphore(MOST_AT_ONCE);
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

  Typing(Graph graph, Threads threads) {
    this.graph = graph;
    this.threads = threads;
  }

  void show(Place place, String token) {
    if (hands.tryAcquire()) {
      executor.execute(
          () -> {
            try {
              ask(place, token);
            } finally {
              hands.release();
            }
          });
    }
  }

  private void ask(Place place, String token) {
    try {
      if (!threads.memory(place).person()) {
        graph.post(
            "/me/messages", token, new Wire.Action(new Wire.Person(place.person()), "typing_on"));
      }
    } catch (IOException e) {
      // The message itself will tell whether the platform can be reached.
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
