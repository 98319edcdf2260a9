package cz.okenko.gateway.conversation;

import static cz.okenko.gateway.conversation.Talk.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.gateway.MovableClock;
import cz.okenko.gateway.Plans;
import cz.okenko.gateway.conversation.Conversation.Topic;
import cz.okenko.gateway.conversation.ConversationState.Waiting;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What runs for every message finds its rows by an index.
final class HotStatementsTest {
  @TempDir Path folder;
  private final MovableClock clock = new MovableClock("2026-11-23T08:00:00Z");
  private Talk talk;
  private Conversation annas;

  @BeforeEach
  void open() {
    talk = new Talk(folder, clock);
    annas = talk.says(ANNA, "Dobrý den");
  }

  @AfterEach
  void close() {
    talk.close();
  }

  @Test
  void accepting_a_message() {
    check(
        handle -> {
          var message = talk.message(ANNA, "m1", "Dobrý den");
          ConversationRows.open(handle, ANNA);
          MessageRows.received(handle, 404, annas, message, true);
          MessageRows.known(handle, message);
          ConversationRows.newest(handle, ANNA);
          MessageRows.before(handle, annas.id(), 404);
        });
  }

  @Test
  void taking_the_next_turn() {
    check(
        handle -> {
          ConversationRows.find(handle, annas.id());
          MessageRows.nextTurn(handle, annas.id());
        });
  }

  @Test
  void answering_it() {
    check(
        handle -> {
          MessageRows.handled(handle, annas.id(), 404);
          ConversationRows.update(handle, annas, annas.about(new Topic("pas", "Pas")));
          ConversationRows.update(handle, annas, annas.flagged("emergency"));
        });
  }

  @Test
  void reading_what_is_visible() {
    check(handle -> MessageRows.visible(handle, ANNA, 5, 200));
  }

  @Test
  void telling_how_it_stands() {
    var waiting = new Waiting(new QueueId("doklady"), clock.instant());
    check(
        handle -> {
          ConversationRows.latest(handle, ANNA);
          ConversationRows.place(handle, annas.id(), waiting);
          ConversationRows.waiting(handle, waiting.queue());
        });
  }

  @Test
  void finding_what_was_left_over() {
    check(MessageRows::unanswered);
  }

  @Test
  void a_statement_that_reads_a_whole_table_would_be_seen() {
    List<String> steps =
        Plans.of(
            talk.store(),
            handle ->
                handle
                    .createQuery("select count(*) from message where text = 'x'")
                    .mapTo(Integer.class)
                    .one());

    assertThat(steps).anyMatch(Plans::readsAll);
  }

  private void check(Consumer<Handle> work) {
    List<String> steps = Plans.of(talk.store(), work);

    assertThat(steps).isNotEmpty().noneMatch(Plans::readsAll);
  }
}
