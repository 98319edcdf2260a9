package cz.okenko.gateway.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.connectors.Address;
import cz.okenko.connectors.Delivery.Reason;
import cz.okenko.connectors.Event;
import cz.okenko.connectors.Transcript.Card;
import cz.okenko.gateway.MovableClock;
import cz.okenko.gateway.Texts;
import cz.okenko.gateway.conversation.Author;
import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.ConversationState;
import cz.okenko.gateway.conversation.ConversationState.Closed;
import cz.okenko.gateway.conversation.ConversationState.Waiting;
import cz.okenko.gateway.conversation.ConversationState.WithBot;
import cz.okenko.gateway.conversation.QueueId;
import cz.okenko.gateway.conversation.Step;
import cz.okenko.gateway.conversation.Talk;
import cz.okenko.gateway.conversation.Utterance;
import cz.okenko.gateway.conversation.Utterance.Speaker;
import cz.okenko.gateway.delivery.Outbox;
import cz.okenko.knowledge.Language;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ReturnsTest {
  private static final Address ANNA = new Address("pigeon", "anna");

  @TempDir Path folder;
  private final Texts texts = Texts.load();
  private Talk talk;
  private Returns returns;

  @BeforeEach
  void open() {
    talk = new Talk(folder, new MovableClock("2026-11-23T08:00:00Z"));
    returns = new Returns(talk.store(), talk.conversations(), texts, talk.clock());
  }

  @AfterEach
  void close() {
    talk.close();
  }

  @ParameterizedTest
  @EnumSource
  void every_refusal_becomes_a_note_a_clerk_can_read_once(Reason reason) {
    Conversation now = answered();
    refuse(reason);

    returns.sweep();
    returns.sweep();

    assertThat(talk.lines(now.id()))
        .containsExactly(
            "citizen: Dobrý den",
            "bot: Tady.",
            "note: " + texts.text(Language.CS, "console.refused." + Outbox.code(reason)));
    assertThat(talk.count("select count(*) from outbox")).isEqualTo(1);
  }

  @Test
  void a_note_is_written_once_though_the_process_died_before_it_knew() {
    Conversation now = answered();
    refuse(Reason.BLOCKED);
    returns.sweep();
    talk.store().write(handle -> handle.execute("update outbox set told = 0"));

    returns.sweep();

    assertThat(talk.lines(now.id())).hasSize(3);
  }

  @Test
  void a_message_that_came_back_is_told_with_the_contact_the_citizen_left() {
    Conversation now = answered();
    talk.conversations().step(now.id(), c -> new Step.Go(c.reachedAt("601 234 567")));
    long message = talk.count("select id from outbox", Long.class);
    talk.conversations().note(new Event.Bounced(message, true, "5.1.1"));

    returns.sweep();

    assertThat(talk.lines(now.id()).getLast()).contains("5.1.1", "601 234 567");
  }

  @Test
  void what_first_may_come_through_and_then_came_back_is_told_twice() {
    Conversation now = answered();
    long message = talk.count("select id from outbox", Long.class);
    talk.conversations().note(new Event.Bounced(message, false, "4.2.2"));
    returns.sweep();
    talk.conversations().note(new Event.Bounced(message, true, "5.1.1"));
    returns.sweep();

    assertThat(talk.lines(now.id())).hasSize(4);
  }

  @Test
  void a_clerks_reply_that_came_back_after_the_conversation_was_closed_waits_in_its_queue() {
    var queue = new QueueId("doklady");
    Conversation now = talk.says(ANNA, "Dobrý den");
    clerkSays(now, new Closed(queue, talk.clock().instant()));
    bounce();

    returns.sweep();
    returns.sweep();

    assertThat(talk.now(now.id()).state()).isEqualTo(new Waiting(queue, talk.clock().instant()));
    assertThat(talk.lines(now.id())).hasSize(3);
  }

  @Test
  void a_clerks_reply_that_came_back_is_told_in_the_conversation_that_goes_on() {
    Conversation first = talk.says(ANNA, "Dobrý den");
    clerkSays(first, new Closed(new QueueId("doklady"), talk.clock().instant()));
    Conversation second = talk.says(ANNA, "A ještě něco");
    bounce();

    returns.sweep();

    assertThat(talk.now(first.id()).state()).isInstanceOf(Closed.class);
    assertThat(talk.now(second.id()).state()).isInstanceOf(Waiting.class);
    assertThat(talk.lines(second.id()).getLast()).contains("5.1.1");
  }

  @Test
  void a_bots_line_that_came_back_calls_nobody() {
    Conversation now = answered();
    bounce();

    returns.sweep();

    assertThat(talk.now(now.id()).state()).isInstanceOf(WithBot.class);
  }

  private void clerkSays(Conversation now, ConversationState then) {
    var jana = new Speaker(Author.CLERK, "Jana Vzorová", "Doklady");
    talk.conversations()
        .step(
            now.id(),
            c ->
                new Step.Go(
                    c.in(then), new Utterance(jana, "Přijďte zítra.", "cs", Card.NONE, "c1")));
  }

  private void bounce() {
    long message = talk.count("select id from outbox", Long.class);
    talk.conversations().note(new Event.Bounced(message, true, "5.1.1"));
  }

  private Conversation answered() {
    Conversation now = talk.says(ANNA, "Dobrý den");
    talk.conversations().step(now.id(), c -> new Step.Go(c, Utterance.bot("Tady.", "cs")));
    return now;
  }

  private void refuse(Reason reason) {
    talk.store()
        .write(
            handle ->
                handle
                    .createUpdate("update outbox set state = 'refused', reason = :reason")
                    .bind("reason", Outbox.code(reason))
                    .execute());
  }
}
