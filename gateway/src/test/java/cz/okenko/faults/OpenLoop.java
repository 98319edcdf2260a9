package cz.okenko.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Sends at a steady rate whatever the answers do; an answer's time counts from the moment it was
/// planned to be asked for.
final class OpenLoop {
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
  private final List<Double> millis = Collections.synchronizedList(new ArrayList<>());
  private double seconds;

  /// One request.
  interface Shot {
    /// The HTTP status, 0 when there was no answer.
    int fire(int number) throws InterruptedException;

    /// What the message is found by in the database.
    String key(int number);
  }

  /// Runs so many seconds, and until all answers are there.
  void run(int perSecond, int forSeconds, Shot shot) throws InterruptedException {
    long start = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int n = 0; n < perSecond * forSeconds; n++) {
        long planned = start + n * (1_000_000_000L / perSecond);
        for (long wait = planned - System.nanoTime(); wait > 0;
            wait = planned - System.nanoTime()) {
          LockSupport.parkNanos(wait);
        }
        int number = n;
        threads.execute(() -> fire(shot, number, planned));
      }
      threads.shutdown();
      threads.awaitTermination(60, TimeUnit.SECONDS);
    }
    seconds = (System.nanoTime() - start) / 1e9;
  }

  private void fire(Shot shot, int number, long planned) {
    try {
      int status = shot.fire(number);
      millis.add((System.nanoTime() - planned) / 1e6);
      statuses.merge(status, 1, Integer::sum);
      if (status == 200) {
        acknowledged.add(shot.key(number));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  Set<String> acknowledged() {
    return acknowledged;
  }

  /// Acknowledged ones in a second, over the time until the last answer.
  double perSecond() {
    return acknowledged.size() / seconds;
  }

  /// How many answers of each status that is not 200; 0 is no answer.
  Map<Integer, Integer> errors() {
    var errors = new TreeMap<>(statuses);
    errors.remove(200);
    return errors;
  }

  /// Milliseconds within which so many of a thousand were answered.
  double within(int permille) {
    List<Double> sorted = millis.stream().sorted().toList();
    return sorted.isEmpty()
        ? 0
        : sorted.get(Math.min(sorted.size() - 1, sorted.size() * permille / 1_000));
  }
}
