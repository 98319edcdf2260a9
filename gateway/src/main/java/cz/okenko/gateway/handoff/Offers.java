package cz.okenko.gateway.handoff;

import cz.okenko.gateway.Texts;
import cz.okenko.gateway.access.Clerk;
import cz.okenko.gateway.access.ClerkId;
import cz.okenko.gateway.access.Presence;
import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.ConversationId;
import cz.okenko.gateway.conversation.ConversationState.Waiting;
import cz.okenko.gateway.conversation.Conversations;
import cz.okenko.gateway.conversation.QueueId;
import cz.okenko.gateway.conversation.Step;
import cz.okenko.gateway.conversation.Utterance;
import cz.okenko.gateway.dialogue.KnowledgeResponder;
import cz.okenko.gateway.directory.Agenda;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.directory.Routing;
import cz.okenko.gateway.directory.Routing.Matter;
import cz.okenko.gateway.directory.Routing.Route;
import cz.okenko.gateway.directory.Routing.Seat;
import cz.okenko.gateway.handoff.OfferRows.Asked;
import cz.okenko.gateway.handoff.OfferRows.Offered;
import cz.okenko.gateway.handoff.OfferRows.Unoffered;
import cz.okenko.gateway.roster.Roster;
import cz.okenko.gateway.store.Store;
import cz.okenko.knowledge.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/// Offers each waiting conversation to the one person who should take it, and moves on what waits where
/// everybody is away. An offer locks nobody out: it is the first word, not a claim, so nobody waits for
/// somebody who does not look. After a minute it goes to the next one. Safe for any thread.
public final class Offers {
  static final Duration PATIENCE = Duration.ofSeconds(60);

  /// A colleague who is meant may be on the telephone; after that anybody is asked.
  static final Duration MEANT = Duration.ofMinutes(15);

  private static final ClerkId NOBODY = new ClerkId(0);

  private final Parts parts;

  public Offers(Parts parts) {
    this.parts = parts;
  }

  /// What this stands on.
  ///
  /// @param changed is told of conversations that were offered
  public record Parts(
      Store store,
      Conversations conversations,
      Queues queues,
      Office office,
      Presence presence,
      Roster roster,
      Texts texts,
      InstantSource clock,
      Consumer<Conversation> changed) {}

  /// What is offered to a clerk now, longest waiting first.
  List<Offered> to(ClerkId clerk) {
    Instant now = parts.clock.instant();
    return parts.store.read(handle -> OfferRows.to(handle, clerk, now));
  }

  /// How long an offer still holds.
  Duration left(Offered offered) {
    return Duration.between(parts.clock.instant(), offered.until());
  }

  /// The clerk lets an offer go: it goes on to the next one at once and does not come back to this one
  /// while the citizen waits. False when there is no such offer.
  boolean pass(ConversationId conversation, Clerk clerk) {
    Instant now = parts.clock.instant();
    Optional<Offered> passed =
        parts.store.write(handle -> OfferRows.pass(handle, conversation, clerk.id(), now));
    if (passed.filter(Offered::meant).isPresent()) {
      String note = parts.texts.text(Language.CS, "console.note.let-go", clerk.name());
      parts.conversations.step(
          conversation, state -> new Step.Go(state, KnowledgeResponder.note(note)));
    }
    return passed.isPresent();
  }

  /// To be called every second. Looking costs less than writing, and mostly there is nothing to do.
  public void sweep() {
    if (!parts.store.read(this::plan).isEmpty()) {
      List<ConversationId> offered = parts.store.write(this::offer);
      offered.forEach(id -> parts.conversations.find(id).ifPresent(parts.changed));
    }
    for (Agenda agenda : parts.office.agendas()) {
      boolean general = agenda.id().equals(parts.queues.general().value());
      if (!general && !parts.roster.staffs(agenda.id())) {
        parts
            .store
            .read(handle -> OfferRows.waiting(handle, agenda.id()))
            .forEach(id -> parts.conversations.step(id, now -> moved(now, agenda)));
      }
    }
  }

  /// What is to be done now.
  ///
  /// @param withdrawn whose offers are taken back; they are made to others in the next round
  private record Plan(Set<Asked> withdrawn, Map<Unoffered, ClerkId> offers) {
    boolean isEmpty() {
      return withdrawn.isEmpty() && offers.isEmpty();
    }
  }

  private List<ConversationId> offer(Handle handle) {
    Plan plan = plan(handle);
    Instant until = parts.clock.instant().plus(PATIENCE);
    plan.withdrawn.forEach(asked -> OfferRows.withdraw(handle, asked));
    plan.offers.forEach((waiting, clerk) -> OfferRows.put(handle, waiting, clerk, until));
    return plan.offers.keySet().stream().map(Unoffered::conversation).toList();
  }

  private Plan plan(Handle handle) {
    Instant now = parts.clock.instant();
    Map<String, ClerkId> ids = Roster.ids(handle);
    Map<ClerkId, String> names = new HashMap<>();
    ids.forEach((name, id) -> names.put(id, name));
    List<Seat> seats = seats(handle, ids, now);
    Map<Unoffered, ClerkId> offers = new LinkedHashMap<>();
    Map<ConversationId, Set<ClerkId>> passed = OfferRows.passed(handle);
    for (Unoffered waiting : OfferRows.unoffered(handle, queues(seats), now)) {
      Set<ClerkId> unwilling = passed.getOrDefault(waiting.conversation(), Set.of());
      List<Seat> asked =
          seats.stream()
              .filter(seat -> !unwilling.contains(ids.get(seat.person().signIn())))
              .toList();
      String last = names.getOrDefault(new ClerkId(waiting.last()), "");
      Optional<String> chosen = chosen(waiting, asked, last);
      chosen.ifPresent(
          signIn -> {
            offers.put(waiting, ids.getOrDefault(signIn, NOBODY));
            seats.replaceAll(seat -> seat.person().signIn().equals(signIn) ? busier(seat) : seat);
          });
    }
    return new Plan(withdrawn(handle, seats, ids, now), offers);
  }

  private static Optional<String> chosen(Unoffered waiting, List<Seat> seats, String last) {
    Language language = Language.of(waiting.language()).orElse(Language.CS);
    return switch (Routing.route(new Matter(waiting.queue(), language), seats, last)) {
      case Route.Offer(String signIn) -> Optional.of(signIn);
      case Route.Queue _, Route.Office _ -> Optional.empty();
    };
  }

  private List<Seat> seats(Handle handle, Map<String, ClerkId> ids, Instant now) {
    Set<ClerkId> here = parts.presence.here(handle);
    Map<ClerkId, Integer> held = Roster.loads(handle);
    Map<ClerkId, Integer> offered = OfferRows.counts(handle, now);
    LocalDateTime moment = parts.roster.now();
    List<Seat> seats = new ArrayList<>();
    Roster.people(handle)
        .all()
        .forEach(
            person -> {
              ClerkId id = ids.getOrDefault(person.signIn(), NOBODY);
              int load = held.getOrDefault(id, 0) + offered.getOrDefault(id, 0);
              seats.add(new Seat(person, here.contains(id), person.away(moment), load));
            });
    return seats;
  }

  /// To whom something is offered who is away or not at their screen any more. Whom a colleague means may
  /// come back to it.
  private static Set<Asked> withdrawn(
      Handle handle, List<Seat> seats, Map<String, ClerkId> ids, Instant now) {
    Set<Asked> gone = new HashSet<>(OfferRows.asked(handle, now));
    seats.stream()
        .filter(seat -> !seat.away())
        .forEach(
            seat -> {
              ClerkId clerk = ids.getOrDefault(seat.person().signIn(), NOBODY);
              gone.remove(new Asked(clerk, true));
              if (seat.here()) {
                gone.remove(new Asked(clerk, false));
              }
            });
    return gone;
  }

  /// The queues of which somebody, or a deputy of theirs, could take one more.
  private static Set<String> queues(List<Seat> seats) {
    Set<String> free = new TreeSet<>();
    seats.stream()
        .filter(seat -> seat.here() && !seat.away() && seat.load() < seat.person().capacity())
        .forEach(
            seat -> {
              free.addAll(seat.person().agendas());
              seats.stream()
                  .filter(other -> other.person().deputy().equals(seat.person().signIn()))
                  .forEach(other -> free.addAll(other.person().agendas()));
            });
    return free;
  }

  private static Seat busier(Seat seat) {
    return new Seat(seat.person(), seat.here(), seat.away(), seat.load() + 1);
  }

  /// It keeps its place among those who wait.
  private Step moved(Conversation now, Agenda from) {
    if (!(now.state() instanceof Waiting waiting) || !waiting.queue().value().equals(from.id())) {
      return new Step.Stay(now);
    }
    QueueId general = parts.queues.general();
    Language language = Language.of(now.language()).orElse(Language.CS);
    String told = parts.texts.text(language, "handoff.transferred", parts.queues.name(general));
    return new Step.Go(
        now.in(new Waiting(general, waiting.since())),
        Utterance.office(told, language.code()),
        KnowledgeResponder.note(
            parts.texts.text(Language.CS, "console.note.nobody-there", from.name())));
  }
}
