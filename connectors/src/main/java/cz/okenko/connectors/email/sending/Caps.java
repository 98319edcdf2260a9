package cz.okenko.connectors.email.sending;

import cz.okenko.connectors.Notebook;
import cz.okenko.connectors.email.threads.Signatures;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/// How many mails of a machine an address gets (rule EM-07): whatever answers us automatically, and
/// does not say so, gets no more than [#MOST] in [#WITHIN]. Safe for any thread.
final class Caps {
  static final int MOST = 5;
  static final Duration WITHIN = Duration.ofHours(1);

  private final Notebook notebook;
  private final Signatures signatures;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();

  Caps(Notebook notebook, Signatures signatures, InstantSource clock) {
    this.notebook = notebook;
    this.signatures = signatures;
    this.clock = clock;
  }

  /// Whether the address may get this message now; if so it counts from now on, once, however often
  /// it is tried.
  boolean take(String address, long message) {
    String key = "machine/" + signatures.name(address);
    lock.lock();
    try {
      Instant oldest = clock.instant().minus(WITHIN);
      List<String> recent = new ArrayList<>();
      for (String entry : notebook.read(key).orElse("").split(" ", -1)) {
        if (!entry.isEmpty() && instant(entry).isAfter(oldest)) {
          recent.add(entry);
        }
      }
      if (recent.stream().anyMatch(entry -> entry.startsWith(message + "@"))) {
        return true;
      }
      if (recent.size() >= MOST) {
        return false;
      }
      recent.add(message + "@" + clock.instant().toEpochMilli());
      notebook.remember(Map.of(key, String.join(" ", recent)));
      return true;
    } finally {
      lock.unlock();
    }
  }

  private static Instant instant(String entry) {
    return Instant.ofEpochMilli(Long.parseLong(entry.substring(entry.indexOf('@') + 1)));
  }
}
