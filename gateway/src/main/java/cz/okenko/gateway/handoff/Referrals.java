package cz.okenko.gateway.handoff;

import cz.okenko.connectors.Choice;
import cz.okenko.connectors.Transcript.Card;
import cz.okenko.connectors.Transcript.Handler;
import cz.okenko.gateway.Texts;
import cz.okenko.gateway.access.Clerk;
import cz.okenko.gateway.access.Deed;
import cz.okenko.gateway.conversation.Consents;
import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.Conversation.Asking;
import cz.okenko.gateway.conversation.ConversationId;
import cz.okenko.gateway.conversation.ConversationState.Closed;
import cz.okenko.gateway.conversation.Conversations;
import cz.okenko.gateway.conversation.Outcome;
import cz.okenko.gateway.conversation.Step;
import cz.okenko.gateway.conversation.Turn;
import cz.okenko.gateway.conversation.Utterance;
import cz.okenko.gateway.dialogue.KnowledgeResponder;
import cz.okenko.gateway.handoff.ReferralRows.Institution;
import cz.okenko.gateway.handoff.ReferralRows.Referral;
import cz.okenko.gateway.handoff.ReferralRows.State;
import cz.okenko.gateway.store.Ids;
import cz.okenko.gateway.store.Store;
import cz.okenko.knowledge.Language;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Hands a matter to another institution, if the citizen agrees: asks them, takes down what they said, and
/// closes. Nothing is disclosed before, and nothing without. Safe for any thread.
public final class Referrals {
  private static final String VALUE = "consent ";

  private final Store store;
  private final Ids ids;
  private final Conversations conversations;
  private final Texts texts;
  private final InstantSource clock;

  public Referrals(
      Store store, Ids ids, Conversations conversations, Texts texts, InstantSource clock) {
    this.store = store;
    this.ids = ids;
    this.conversations = conversations;
    this.texts = texts;
    this.clock = clock;
  }

  /// Asks the citizen; only for who holds the conversation, and one question at a time.
  Step ask(Counter counter, ConversationId id, Clerk clerk, Institution to) {
    long referral = ids.next();
    return counter.held(
        new Counter.Act(id, clerk, Deed.ASKED_CONSENT),
        (now, held) ->
            now.asking() == Asking.CONSENT
                ? new Step.Stay(now)
                : new Step.Go(now.in(held).asking(Asking.CONSENT), question(now, referral, to)),
        handle -> ReferralRows.ask(handle, referral, id, to, clock.instant()));
  }

  private Utterance question(Conversation now, long referral, Institution to) {
    Language language = language(now.language());
    String text =
        now.contact().isEmpty()
            ? texts.text(language, "referral.ask", to.name())
            : texts.text(language, "referral.ask-contact", to.name(), now.contact());
    var yes = new Choice(VALUE + referral + " yes", texts.text(language, "referral.yes"));
    var no = new Choice(VALUE + referral + " no", texts.text(language, "referral.no"));
    var card = new Card("consent", "", "", "", List.of(), List.of(), Handler.NONE, List.of(yes, no));
    return Utterance.bot(text, language.code(), card);
  }

  /// The question is not asked any more. The citizen is told, so that nobody waits for their answer.
  Step withdraw(Counter counter, ConversationId id, Clerk clerk) {
    return counter.held(
        new Counter.Act(id, clerk, Deed.WITHDREW_QUESTION),
        (now, held) ->
            now.asking() == Asking.CONSENT
                ? new Step.Go(
                    now.in(held).asking(Asking.NOTHING), counter.office(now, "referral.withdrawn"))
                : new Step.Stay(now),
        handle ->
            ReferralRows.newest(handle, id)
                .ifPresent(
                    referral ->
                        ReferralRows.end(
                            handle, referral.id(), State.WITHDRAWN, 0, clock.instant())));
  }

  /// The citizen agreed and the office handed it on, so the conversation ends.
  Step pass(Counter counter, ConversationId id, Clerk clerk, Referral granted) {
    return counter.held(
        new Counter.Act(id, clerk, Deed.REFERRED),
        (now, held) ->
            new Step.Go(
                now.in(
                    new Closed(
                        held.queue(),
                        clock.instant(),
                        new Outcome(Outcome.Reason.PASSED_ON, Outcome.Base.UNTOLD, ""))),
                counter.office(now, "referral.passed", linked(granted.to()))),
        handle ->
            ReferralRows.end(
                handle, granted.id(), State.PASSED, granted.consent(), clock.instant()));
  }

  private static String linked(Institution to) {
    return to.url().isEmpty() ? to.name() : "[" + to.name() + "](" + to.url() + ")";
  }

  /// What was asked last in a conversation.
  Optional<Referral> newest(ConversationId id) {
    return store.read(handle -> ReferralRows.newest(handle, id));
  }

  /// What the citizen says to the open question, if their message says it beyond doubt.
  Optional<Said> said(Turn turn) {
    return newest(turn.conversation().id())
        .filter(referral -> referral.state() == State.ASKED)
        .flatMap(referral -> agreed(turn, referral).map(yes -> new Said(referral, yes)));
  }

  /// A clear answer to a question.
  record Said(Referral referral, boolean yes) {}

  private Optional<Boolean> agreed(Turn turn, Referral referral) {
    if (!turn.choice().isEmpty()) {
      String value = VALUE + referral.id() + " ";
      return turn.choice().startsWith(value)
          ? Optional.of(turn.choice().equals(value + "yes"))
          : Optional.empty();
    }
    return store.read(handle -> ReferralRows.follows(handle, referral, turn))
        ? Consenting.of(turn.text())
        : Optional.empty();
  }

  /// Whether a button under some question of ours was pressed.
  static boolean isAnswer(Turn turn) {
    return turn.choice().startsWith(VALUE);
  }

  /// Takes down what the citizen said, with the message by which they did; the message counts as answered.
  void take(Turn turn, Said said) {
    Language language = language(turn.language());
    Institution to = said.referral.to();
    String key = said.yes ? "referral.granted" : "referral.refused";
    String note = said.yes ? "console.note.consent" : "console.note.no-consent";
    conversations.answer(
        turn,
        now ->
            now.asking() == Asking.CONSENT
                ? new Step.Go(
                    now.asking(Asking.NOTHING),
                    Utterance.bot(texts.text(language, key, to.name()), language.code()),
                    KnowledgeResponder.note(texts.text(Language.CS, note, to.name())))
                : new Step.Stay(now),
        handle -> {
          long consent = said.yes ? ids.next() : 0;
          if (said.yes) {
            Consents.handOn(handle, consent, turn, to.name(), clock.instant());
          }
          State state = said.yes ? State.GRANTED : State.REFUSED;
          ReferralRows.end(handle, said.referral.id(), state, consent, clock.instant());
        });
  }

  private static Language language(String code) {
    return Language.of(code).orElse(Language.CS);
  }
}
