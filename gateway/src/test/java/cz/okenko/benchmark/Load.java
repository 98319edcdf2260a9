package cz.okenko.benchmark;

import cz.okenko.benchmark.Questions.Question;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// A fixed amount of work, done by many clients at once; each asks its next question when it has
/// the answer to the one before (closed loop).
final class Load {
  static final int CLIENTS = 32;

  private Load() {}

  /// Somebody who asks.
  interface Client extends AutoCloseable {
    Heard ask(Question question) throws IOException;

    @Override
    void close() throws IOException;
  }

  /// How clients come to a server.
  interface Door {
    Client enter() throws IOException;
  }

  /// What came of a question.
  enum Heard {
    RIGHT,
    WRONG,
    NOTHING
  }

  /// @param asked questions, each acknowledged
  record Outcome(int asked, int right, int wrong, double seconds) {}

  /// Processor seconds of the measuring process itself so far.
  static double processorSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
  }

  /// Clients come in before the clock starts.
  static Outcome run(Door door, List<Question> questions, int work) throws Exception {
    var clients = new ArrayList<Client>();
    var next = new AtomicInteger();
    var right = new AtomicInteger();
    var wrong = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(door.enter());
      }
      long start = System.nanoTime();
      var tours = new ArrayList<Future<?>>();
      for (Client client : clients) {
        tours.add(
            threads.submit(
                () -> {
                  for (int n = next.getAndIncrement(); n < work; n = next.getAndIncrement()) {
                    switch (client.ask(questions.get(n % questions.size()))) {
                      case RIGHT -> right.incrementAndGet();
                      case WRONG -> wrong.incrementAndGet();
                      case NOTHING -> {}
                    }
                  }
                  return null;
                }));
      }
      for (Future<?> tour : tours) {
        tour.get();
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      return new Outcome(work, right.get(), wrong.get(), seconds);
    } finally {
      for (Client client : clients) {
        client.close();
      }
    }
  }
}
