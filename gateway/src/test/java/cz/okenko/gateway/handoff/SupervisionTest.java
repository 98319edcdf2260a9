package cz.okenko.gateway.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.connectors.Transcript.Card;
import cz.okenko.connectors.Transcript.Handler;
import cz.okenko.gateway.MovableClock;
import cz.okenko.gateway.Offices;
import cz.okenko.gateway.conversation.Author;
import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.ConversationState.Waiting;
import cz.okenko.gateway.conversation.ConversationState.WithBot;
import cz.okenko.gateway.conversation.QueueId;
import cz.okenko.gateway.conversation.Talk;
import cz.okenko.gateway.conversation.Turn;
import cz.okenko.gateway.conversation.Utterance;
import cz.okenko.gateway.dialogue.Reaction;
import cz.okenko.gateway.directory.Agenda;
import cz.okenko.gateway.directory.Office;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An agenda whose answers a clerk sees before the citizen does.
final class SupervisionTest {
  @TempDir Path folder;
  private Talk talk;
  private Desk desk;

  @BeforeEach
  void open() {
    talk = new Talk(folder, new MovableClock("2026-11-23T09:00:00Z"));
    desk = new Desk(folder, talk);
  }

  @AfterEach
  void close() {
    desk.close();
    talk.close();
  }

  @Test
  void an_answer_waits_for_a_clerks_yes() {
    Turn turn = turn();

    Reaction reaction = supervised(true, said("found"), turn);

    Conversation after = reaction.change().apply(turn.conversation());
    assertThat(after.state()).isInstanceOf(Waiting.class);
    assertThat(((Waiting) after.state()).queue()).isEqualTo(new QueueId("kontakt-urad"));
    assertThat(after.flag()).isEqualTo("approval");
    assertThat(after.topic().slug()).isEqualTo("poplatek-pes");
    assertThat(reaction.utterances())
        .extracting(utterance -> utterance.speaker().author())
        .containsExactly(Author.OFFICE, Author.NOTE, Author.OFFICE);
    assertThat(reaction.utterances().get(1).text()).contains("Platí se 500 Kč.");
  }

  @Test
  void danger_weighs_more_than_a_yes() {
    Turn calm = turn();
    Conversation endangered = calm.conversation().flagged("emergency");

    Reaction reaction = supervised(true, said("found"), calm);

    assertThat(reaction.change().apply(endangered).flag()).isEqualTo("emergency");
  }

  @Test
  void what_is_no_answer_of_the_office_passes() {
    Utterance hello = said("small-talk");

    assertThat(supervised(true, hello, turn()).utterances()).containsExactly(hello);
  }

  @Test
  void an_agenda_the_office_trusts_passes() {
    Utterance answer = said("found");

    Reaction reaction = supervised(false, answer, turn());

    assertThat(reaction.utterances()).containsExactly(answer);
    assertThat(reaction.change().apply(turn().conversation()).state()).isInstanceOf(WithBot.class);
  }

  private Turn turn() {
    Conversation conversation = talk.conversations().open(Talk.ANNA, "cs");
    return new Turn(conversation, 1, "kolik stojí pes", "cs", "", "", List.of());
  }

  private static Utterance said(String outcome) {
    var card =
        new Card(
            outcome, "poplatek-pes", "Pes", "", List.of(), List.of(), Handler.NONE, List.of());
    return Utterance.bot("Platí se 500 Kč.", "cs", card);
  }

  private Reaction supervised(boolean on, Utterance said, Turn turn) {
    var ways = new Ways("webchat", List::of, desk.texts());
    var handoff = new HandoffResponder(desk.queues(), desk.door(), ways, talk.clock());
    return new Supervision(office(on), desk.queues(), handoff, desk.texts())
        .over(asked -> Optional.of(Reaction.say(said)))
        .respond(turn)
        .orElseThrow();
  }

  private Office office(boolean on) {
    Office plain = Offices.lipnice(folder);
    return new Office(
        plain.name(),
        plain.demo(),
        plain.contact(),
        plain.languages(),
        plain.privacyUrl(),
        plain.brand(),
        plain.calendar(),
        plain.frequent(),
        plain.agendas().stream()
            .map(a -> new Agenda(a.id(), a.name(), a.place(), a.clerks(), on, a.promised()))
            .toList(),
        plain.officials());
  }
}
