package cz.okenko.gateway.handoff;

import static cz.okenko.gateway.conversation.Talk.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.gateway.MovableClock;
import cz.okenko.gateway.Offices;
import cz.okenko.gateway.access.ClerkId;
import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.ConversationState;
import cz.okenko.gateway.conversation.ConversationState.Waiting;
import cz.okenko.gateway.conversation.QueueId;
import cz.okenko.gateway.conversation.Step;
import cz.okenko.gateway.conversation.Talk;
import cz.okenko.gateway.handoff.ConsoleFeed.Change;
import cz.okenko.gateway.handoff.ConsoleFeed.News;
import cz.okenko.gateway.handoff.QueueRows.Entry;
import cz.okenko.gateway.handoff.QueueRows.Place;
import cz.okenko.gateway.handoff.QueueRows.View;
import cz.okenko.gateway.handoff.QueueRows.Wanted;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The office promises two hours and is open on weekdays from 8 to 17, in Prague.
final class EscalationsTest {
  private static final Instant FRIDAY_FOUR_PM = Instant.parse("2026-11-20T15:00:00Z");
  private static final ClerkId JANA = new ClerkId(2);
  private static final QueueId IDS = new QueueId("doklady");

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock(FRIDAY_FOUR_PM.toString());
  private Talk talk;
  private ConsoleFeed feed;
  private Escalations escalations;

  @BeforeEach
  void open() {
    talk = new Talk(folder, clock);
    feed = new ConsoleFeed(clock);
    escalations =
        new Escalations(
            talk.store(), talk.conversations(), feed, Offices.lipnice(folder), clock);
  }

  @AfterEach
  void close() {
    talk.close();
  }

  @Test
  void a_promise_runs_only_while_the_office_is_open() throws InterruptedException {
    Conversation waits = waits();
    clock.moveTo("2026-11-23T07:59:59Z");
    escalations.sweep();
    assertThat(overdue()).isEmpty();

    clock.moveTo("2026-11-23T08:00:00Z");
    escalations.sweep();

    assertThat(overdue()).extracting(entry -> entry.item().id()).containsExactly(waits.id().value());
    assertThat(talk.store().read(handle -> QueueRows.counts(handle, JANA)).overdue()).isEqualTo(1);
    assertThat(told()).containsExactly(true);
  }

  @Test
  void it_is_told_once() throws InterruptedException {
    waits();
    clock.moveTo("2026-11-23T12:00:00Z");

    escalations.sweep();
    escalations.sweep();

    assertThat(told()).hasSize(1);
  }

  @Test
  void who_was_taken_over_is_overdue_no_more_and_waits_anew_when_put_back()
      throws InterruptedException {
    Conversation waits = waits();
    clock.moveTo("2026-11-23T12:00:00Z");
    escalations.sweep();

    in(waits, new ConversationState.WithClerk(JANA, "Jana", IDS, clock.instant()));
    assertThat(overdue()).isEmpty();
    escalations.sweep();
    in(waits, new Waiting(IDS, clock.instant()));
    escalations.sweep();
    assertThat(overdue()).isEmpty();
    clock.moveTo("2026-11-23T14:00:00Z");
    escalations.sweep();

    assertThat(overdue()).hasSize(1);
    assertThat(told()).hasSize(2);
    assertThat(talk.count("select count(*) from escalation")).isEqualTo(1);
  }

  private Conversation waits() {
    Conversation asked = talk.says(ANNA, "Chci mluvit s člověkem");
    in(asked, new Waiting(IDS, clock.instant()));
    return asked;
  }

  private void in(Conversation conversation, ConversationState state) {
    talk.conversations().step(conversation.id(), now -> new Step.Go(now.in(state)));
  }

  private List<Entry> overdue() {
    var wanted = new Wanted(View.WAITING, "", "", "", false, true);
    return talk.store().read(handle -> QueueRows.page(handle, wanted, JANA, Place.START));
  }

  /// Of every change that was told, whether it was that somebody waits too long.
  private List<Boolean> told() throws InterruptedException {
    News news = feed.after(FRIDAY_FOUR_PM.toEpochMilli(), Duration.ZERO);
    return news instanceof News.Changes(List<Change> changes)
        ? changes.stream().map(Change::overdue).toList()
        : List.of();
  }
}
