package cz.okenko.faults;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// What the product has acknowledged, by channel. Safe for any thread.
final class Books {
  private final Map<String, Set<String>> acknowledged = new ConcurrentHashMap<>();
  private final Semaphore bell = new Semaphore(0);

  /// @param key what the message is found by in the database; see [Ledger.Said]
  void acknowledged(String channel, String key) {
    acknowledged.computeIfAbsent(channel, c -> ConcurrentHashMap.newKeySet()).add(key);
    bell.release();
  }

  Map<String, Set<String>> all() {
    return new TreeMap<>(acknowledged);
  }

  int count() {
    return acknowledged.values().stream().mapToInt(Set::size).sum();
  }

  /// Is given a permit for each acknowledgement.
  Semaphore bell() {
    return bell;
  }
}
