package cz.okenko.gateway.handoff;

import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.ConversationId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// News for open consoles: which conversation changed. The last few hundred changes are kept, so a
/// console that was away briefly catches up; one that missed more loads anew. Safe for any thread.
public final class ConsoleFeed {
  private static final int KEPT = 512;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private final ArrayDeque<Change> changes = new ArrayDeque<>(KEPT);
  private long last;
  private boolean closed;

  /// Numbers start at the clock's milliseconds, so those of an earlier process are below them.
  public ConsoleFeed(InstantSource clock) {
    this.last = clock.millis();
  }

  /// @param number grows with every change
  /// @param overdue whether it is that a promise was not kept
  record Change(long number, ConversationId conversation, boolean overdue) {}

  /// What happened after a number: changes, or that too much was missed to say.
  sealed interface News {
    record Changes(List<Change> changes) implements News {
      public Changes {
        changes = List.copyOf(changes);
      }
    }

    record TooMuch(long number) implements News {}
  }

  public void changed(Conversation conversation) {
    add(conversation, false);
  }

  /// The citizen waits longer than was promised.
  void overdue(Conversation conversation) {
    add(conversation, true);
  }

  private void add(Conversation conversation, boolean overdue) {
    lock.lock();
    try {
      if (changes.size() == KEPT) {
        changes.removeFirst();
      }
      last++;
      changes.addLast(new Change(last, conversation.id(), overdue));
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  long newest() {
    lock.lock();
    try {
      return last;
    } finally {
      lock.unlock();
    }
  }

  /// Waits until something happened after `number` or the patience ends; then there may be nothing.
  News after(long number, Duration patience) throws InterruptedException {
    lock.lock();
    try {
      long left = patience.toNanos();
      while (number == last && !closed && left > 0) {
        left = news.awaitNanos(left);
      }
      long oldestKnown = last - changes.size();
      if (number < oldestKnown || number > last) {
        return new News.TooMuch(last);
      }
      return new News.Changes(changes.stream().filter(c -> c.number > number).toList());
    } finally {
      lock.unlock();
    }
  }

  boolean open() {
    lock.lock();
    try {
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  /// Ends all waiting for good.
  public void close() {
    lock.lock();
    try {
      closed = true;
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
