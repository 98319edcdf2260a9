package cz.okenko.gateway.handoff;

import cz.okenko.gateway.access.Clerk;
import cz.okenko.gateway.access.ClerkId;
import cz.okenko.gateway.access.Presence;
import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.QueueId;
import cz.okenko.gateway.directory.Person;
import cz.okenko.gateway.directory.Routing;
import cz.okenko.gateway.directory.Routing.Handing;
import cz.okenko.gateway.roster.Roster;
import cz.okenko.gateway.store.Store;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The people a conversation could be handed to. Safe for any thread.
public final class Colleagues {
  private static final ClerkId NOBODY = new ClerkId(0);

  private final Store store;
  private final Roster roster;
  private final Presence presence;
  private final Queues queues;

  public Colleagues(Store store, Roster roster, Presence presence, Queues queues) {
    this.store = store;
    this.roster = roster;
    this.presence = presence;
    this.queues = queues;
  }

  /// Somebody a conversation could be handed to.
  ///
  /// @param queue where it would wait for them
  /// @param here whether they are at their screen
  /// @param deputy who stands in, while `handing` says so
  record Colleague(
      ClerkId id, Person person, QueueId queue, boolean here, Handing handing, ClerkId deputy) {}

  /// Everybody but the clerk who asks, in the order of their names.
  List<Colleague> of(Conversation conversation, Clerk asking) {
    LocalDateTime now = roster.now();
    QueueId standing = queues.standing(conversation);
    return store.read(
        handle -> {
          Map<String, ClerkId> ids = Roster.ids(handle);
          Set<ClerkId> here = presence.here(handle);
          var people = Roster.people(handle);
          return people.all().stream()
              .filter(person -> !asking.id().equals(ids.get(person.signIn())))
              .map(
                  person -> {
                    ClerkId id = ids.getOrDefault(person.signIn(), NOBODY);
                    Handing handing = Routing.handing(person, people, now);
                    ClerkId deputy = ids.getOrDefault(person.deputy(), NOBODY);
                    QueueId queue = queues.fitting(person, standing);
                    return new Colleague(id, person, queue, here.contains(id), handing, deputy);
                  })
              .sorted((one, other) -> one.person().name().compareTo(other.person().name()))
              .toList();
        });
  }

  /// The colleague as the counter takes them: whether they are away is asked again when it is done.
  Counter.Recipient recipient(Colleague colleague) {
    String signIn = colleague.person().signIn();
    return new Counter.Recipient(
        colleague.id(),
        colleague.queue(),
        () ->
            roster.people().named(signIn).filter(one -> !one.away(roster.now())).isEmpty());
  }
}
