package cz.okenko.gateway.conversation;

import static cz.okenko.gateway.conversation.Talk.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.connectors.Attachment;
import cz.okenko.connectors.Choice;
import cz.okenko.connectors.InboundMessage;
import cz.okenko.connectors.InboundMessage.Handling;
import cz.okenko.connectors.Transcript.Card;
import cz.okenko.connectors.Transcript.Handler;
import cz.okenko.gateway.MovableClock;
import cz.okenko.gateway.access.ClerkId;
import cz.okenko.gateway.conversation.ConversationState.Closed;
import cz.okenko.gateway.conversation.ConversationState.Waiting;
import cz.okenko.gateway.conversation.ConversationState.WithBot;
import cz.okenko.gateway.conversation.ConversationState.WithClerk;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IntakeTest {
  @TempDir Path folder;
  private final MovableClock clock = new MovableClock("2026-11-23T08:00:00Z");
  private Talk talk;

  @BeforeEach
  void open() {
    talk = new Talk(folder, clock);
  }

  @AfterEach
  void close() {
    talk.close();
  }

  @Test
  void what_is_for_a_clerk_waits_in_the_general_queue_and_for_no_answer() {
    takeIn("1", Handling.FOR_CLERK);

    Conversation now = talk.newest(ANNA);
    assertThat(now.state()).isEqualTo(new Waiting(Talk.GENERAL, clock.instant()));
    assertThat(talk.conversations().nextTurn(now.id())).isEmpty();
    assertThat(talk.conversations().unanswered()).isEmpty();
  }

  @Test
  void what_is_for_a_clerk_takes_a_conversation_from_the_bot_and_from_no_clerk() {
    Conversation withBot = talk.says(ANNA, "Dobrý den");
    takeIn("1", Handling.FOR_CLERK);
    assertThat(talk.now(withBot.id()).state()).isInstanceOf(Waiting.class);

    var jana = new WithClerk(new ClerkId(1), "Jana", Talk.GENERAL, clock.instant());
    talk.conversations().step(withBot.id(), now -> new Step.Go(now.in(jana)));
    takeIn("2", Handling.FOR_CLERK);

    assertThat(talk.now(withBot.id()).state()).isEqualTo(jana);
  }

  @Test
  void the_memory_knows_that_it_waits() {
    talk.says(ANNA, "Dobrý den");
    takeIn("1", Handling.FOR_CLERK);

    assertThat(talk.conversations().recent(ANNA).orElseThrow().now())
        .isEqualTo(talk.newest(ANNA));
  }

  @Test
  void what_is_only_kept_changes_nothing_and_opens_nothing_a_clerk_must_close() {
    takeIn("1", Handling.KEEP);
    assertThat(talk.newest(ANNA).state()).isInstanceOf(Closed.class);
    takeIn("2", Handling.KEEP);
    assertThat(talk.count("select count(*) from conversation")).isEqualTo(1);

    Conversation asked = talk.says(ANNA, "Dobrý den");
    takeIn("3", Handling.KEEP);

    assertThat(talk.now(asked.id()).state()).isInstanceOf(WithBot.class);
    assertThat(talk.lines(asked.id())).containsExactly("citizen: Dobrý den", "citizen: text 3");
    assertThat(talk.conversations().nextTurn(asked.id()).orElseThrow().text())
        .isEqualTo("Dobrý den");
  }

  @Test
  void attachments_are_noted_with_their_message_and_once() {
    var photo = new Attachment("foto.jpg", "image/jpeg", 12, "ref-1");

    takeIn("1", Handling.ANSWER, photo, photo);
    takeIn("1", Handling.ANSWER, photo, photo);

    assertThat(talk.count("select count(*) from attachment")).isEqualTo(2);
    assertThat(talk.count("select count(distinct message) from attachment")).isEqualTo(1);
  }

  @Test
  void a_code_tells_nothing_about_the_language() {
    Conversation now = talk.says(ANNA, "Dobrý den");
    var random = new SecureRandom();
    var nothing = new Turn.Picked("", List.of());

    for (int i = 0; i < 1_000; i++) {
      Code code = Code.random(random);
      for (String written : List.of(code.characters(), code.readable())) {
        assertThat(Turn.of(now, 1, written, "cs", nothing).spoken()).as(written).isEmpty();
      }
    }
  }

  @Test
  void choices_are_found_by_the_message_that_offered_them() {
    Conversation now = talk.says(ANNA, "občanka");
    var choices = List.of(new Choice("a", "První"), new Choice("b", "Druhá"));
    var card = new Card("ambiguous", "", "", "", List.of(), List.of(), Handler.NONE, choices);
    talk.conversations()
        .step(now.id(), c -> new Step.Go(c, Utterance.bot("Vyberte", "cs", card)));
    long message = talk.count("select max(id) from message where author = 'bot'", Long.class);

    assertThat(talk.conversations().offered(message)).isEqualTo(choices);
    assertThat(talk.conversations().offered(message + 1)).isEmpty();
    assertThat(Choice.ofKey(Choice.key(message, 1), talk.conversations()))
        .contains(choices.getLast());
  }

  private void takeIn(String id, Handling handling, Attachment... attachments) {
    talk.conversations()
        .accept(
            new InboundMessage(
                ANNA,
                id,
                "text " + id,
                "",
                "",
                clock.instant(),
                handling,
                List.of(attachments)));
  }
}
