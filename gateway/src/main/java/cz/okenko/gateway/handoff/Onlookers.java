package cz.okenko.gateway.handoff;

import cz.okenko.gateway.access.Clerk;
import cz.okenko.gateway.access.ClerkId;
import cz.okenko.gateway.conversation.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which clerks have a conversation open, and who of them writes, as their consoles say every few
/// seconds. In memory alone. Safe for any thread.
final class Onlookers {
  /// A console that said nothing for so long is gone.
  static final Duration GONE = Duration.ofSeconds(90);

  private static final int MOST_TABS = 1_000;

  private final InstantSource clock;
  private final Map<Tab, Look> looks = new HashMap<>();

  Onlookers(InstantSource clock) {
    this.clock = clock;
  }

  /// One window of a clerk.
  private record Tab(ClerkId clerk, String name) {}

  private record Look(String clerkName, ConversationId conversation, boolean writing, Instant at) {}

  /// A clerk who has it open.
  record Onlooker(String name, boolean writing) {}

  /// Takes down what one window shows.
  ///
  /// @return conversations at which this changed who looks or writes
  synchronized Set<ConversationId> look(
      Clerk clerk, String tab, ConversationId conversation, boolean writing) {
    Instant now = clock.instant();
    looks.values().removeIf(look -> look.at.plus(GONE).isBefore(now));
    var key = new Tab(clerk.id(), tab);
    if (looks.size() >= MOST_TABS && !looks.containsKey(key)) {
      return Set.of();
    }
    Look before = looks.put(key, new Look(clerk.name(), conversation, writing, now));
    return before == null
        ? Set.of(conversation)
        : changed(before, conversation, writing);
  }

  /// The window shows no conversation any more.
  synchronized Set<ConversationId> leave(Clerk clerk, String tab) {
    Look before = looks.remove(new Tab(clerk.id(), tab));
    return before == null ? Set.of() : Set.of(before.conversation);
  }

  private static Set<ConversationId> changed(
      Look before, ConversationId conversation, boolean writing) {
    Set<ConversationId> changed = new LinkedHashSet<>();
    if (!before.conversation.equals(conversation)) {
      changed.add(before.conversation);
      changed.add(conversation);
    } else if (before.writing != writing) {
      changed.add(conversation);
    }
    return changed;
  }

  /// Everybody but one who has it open, by name; who writes in any window writes.
  synchronized List<Onlooker> at(ConversationId conversation, ClerkId but) {
    Instant now = clock.instant();
    SortedMap<String, Boolean> names = new TreeMap<>();
    looks.forEach(
        (tab, look) -> {
          boolean here = look.conversation.equals(conversation) && !tab.clerk.equals(but);
          if (here && !look.at.plus(GONE).isBefore(now)) {
            names.merge(look.clerkName, look.writing, Boolean::logicalOr);
          }
        });
    return names.entrySet().stream().map(e -> new Onlooker(e.getKey(), e.getValue())).toList();
  }
}
