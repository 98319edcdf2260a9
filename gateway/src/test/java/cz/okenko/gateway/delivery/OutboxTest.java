package cz.okenko.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.connectors.Address;
import cz.okenko.connectors.Choice;
import cz.okenko.connectors.Delivery;
import cz.okenko.connectors.OutboundMessage;
import cz.okenko.connectors.OutboundMessage.Occasion;
import cz.okenko.connectors.OutboundMessage.Speaker;
import cz.okenko.gateway.MovableClock;
import cz.okenko.gateway.Plans;
import cz.okenko.gateway.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutboxTest {
  private static final Address ANNA = new Address("pigeon", "anna");
  private static final Address BORIS = new Address("pigeon", "boris");

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock("2026-11-23T08:00:00Z");
  private Store store;
  private long lastId;

  @BeforeEach
  void open() {
    store = Store.open(folder.resolve("okenko.db"));
    store.write(
        handle ->
            handle.execute(
                """
                insert into conversation (id, channel, address, language, state, since)
                values (1, 'pigeon', 'anna', 'cs', 'with-bot', 0)
                """));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void text_language_choices_and_speaker_arrive_as_they_were_put() throws InterruptedException {
    var said =
        new OutboundMessage(
            nextId(),
            ANNA,
            "uk",
            "Що саме?\n\n- одне",
            List.of(new Choice("about:a:", "Перше")),
            new Speaker.Clerk("Jana Ukázková", "Osobní doklady"),
            Occasion.NONE);
    put(said);

    List<OutboundMessage> claimed =
        store.write(handle -> Outbox.claim(handle, clock.instant(), Duration.ofMinutes(2), 9));

    assertThat(claimed).containsExactly(said);
  }

  @Test
  void a_message_tells_what_the_citizen_wrote_last() {
    heard("a1", "answer", 1_000);
    heard("a2", "answer", 2_000);
    heard("out of office", "keep", 3_000);
    put(ANNA, "Dobrý den");
    put(BORIS, "Dobrý den");

    List<OutboundMessage> claimed =
        store.write(handle -> Outbox.claim(handle, clock.instant(), Duration.ofMinutes(2), 9));

    assertThat(claimed)
        .extracting(OutboundMessage::occasion)
        .containsExactly(new Occasion("a2", Instant.ofEpochMilli(2_000)), Occasion.NONE);
  }

  @Test
  void a_full_round_never_takes_a_later_message_before_an_earlier_one() {
    put(ANNA, "dřív");
    store.write(handle -> handle.execute("update outbox set due_at = due_at + 5000"));
    put(ANNA, "později");
    clock.pass(Duration.ofSeconds(6));

    List<OutboundMessage> claimed =
        store.write(handle -> Outbox.claim(handle, clock.instant(), Duration.ofMinutes(2), 1));

    assertThat(claimed).extracting(OutboundMessage::text).containsExactly("dřív");
  }

  @Test
  void what_a_dead_process_had_under_way_is_taken_up_and_marked_uncertain() {
    put(ANNA, "byla na cestě");
    store.write(handle -> Outbox.claim(handle, clock.instant(), Duration.ofMinutes(2), 9));
    put(ANNA, "čekala");

    int uncertain = store.write(Outbox::recover);

    assertThat(uncertain).isEqualTo(1);
    List<Integer> free =
        store.read(
            handle ->
                handle
                    .createQuery("select uncertain from outbox where leased_until = 0 order by id")
                    .mapTo(Integer.class)
                    .list());
    assertThat(free).containsExactly(1, 0);
  }

  @Test
  void of_an_address_only_the_message_being_sent_is_in_doubt_after_a_crash() {
    put(ANNA, "byla na cestě");
    put(ANNA, "čekala na ni");
    put(BORIS, "byla na cestě také");

    assertThat(claim(Duration.ofMinutes(2)))
        .extracting(OutboundMessage::text)
        .containsExactly("byla na cestě", "byla na cestě také");
    assertThat(store.write(Outbox::recover)).isEqualTo(2);
  }

  @Test
  void a_message_under_way_is_not_taken_a_second_time_until_its_lease_ends() {
    put(ANNA, "Dobrý den");
    Duration lease = Duration.ofMinutes(2);

    assertThat(claim(lease)).hasSize(1);
    assertThat(claim(lease)).isEmpty();
    clock.pass(lease);
    assertThat(claim(lease)).hasSize(1);
  }

  @Test
  void the_next_message_of_an_address_sets_out_when_the_one_before_is_done_with() {
    put(ANNA, "první");
    put(ANNA, "druhá");
    put(ANNA, "třetí");

    OutboundMessage first = claim(Duration.ofMinutes(2)).getFirst();
    store.write(handle -> done(() -> Outbox.delivered(handle, first.id())));
    List<OutboundMessage> second = claim(Duration.ofMinutes(2));
    store.write(
        handle ->
            done(() -> Outbox.refused(handle, second.getFirst().id(), Delivery.Reason.BLOCKED)));

    assertThat(second).extracting(OutboundMessage::text).containsExactly("druhá");
    assertThat(claim(Duration.ofMinutes(2)))
        .extracting(OutboundMessage::text)
        .containsExactly("třetí");
  }

  @Test
  void what_waits_for_two_addresses_that_become_one_sets_out_in_order() {
    put(ANNA, "dřív");
    put(BORIS, "později");

    store.write(handle -> done(() -> Outbox.moved(handle, ANNA, BORIS)));

    List<OutboundMessage> first = claim(Duration.ofMinutes(2));
    assertThat(first).extracting(OutboundMessage::text).containsExactly("dřív");
    store.write(handle -> done(() -> Outbox.delivered(handle, first.getFirst().id())));
    assertThat(claim(Duration.ofMinutes(2)))
        .extracting(OutboundMessage::text)
        .containsExactly("později");
  }

  @Test
  void what_a_conversation_does_not_say_any_more_holds_up_nothing() {
    put(ANNA, "z rozhovoru, který byl smazán");
    store.write(
        handle ->
            handle.execute(
                """
                insert into conversation (id, channel, address, language, state, since)
                values (2, 'pigeon', 'anna', 'cs', 'closed', 0)
                """));
    store.write(handle -> handle.execute("update message set conversation = 2"));
    put(ANNA, "z jiného");

    store.write(handle -> done(() -> Outbox.forget(handle, 2)));

    assertThat(claim(Duration.ofMinutes(2)))
        .extracting(OutboundMessage::text)
        .containsExactly("z jiného");
  }

  @Test
  void due_messages_are_found_by_an_index() {
    List<String> steps =
        Plans.of(
            store,
            handle -> {
              Outbox.claim(handle, clock.instant(), Duration.ofMinutes(2), 9);
              Outbox.delivered(handle, 1);
              Outbox.refused(handle, 1, Delivery.Reason.INVALID);
              Outbox.occasion(handle, ANNA);
              Outbox.deferred(handle, 1, clock.instant());
              Outbox.await(handle, "pigeon", clock.instant());
              Outbox.moved(handle, ANNA, BORIS);
              Outbox.forget(handle, 1);
            });

    assertThat(steps)
        .isNotEmpty()
        .noneMatch(Plans::readsAll)
        .as("a long conversation is not sorted for each message")
        .noneMatch(step -> step.contains("TEMP B-TREE"));
  }

  private void heard(String externalId, String handling, long at) {
    store.write(
        handle ->
            handle.execute(
                """
                insert into message (id, conversation, author, text, language, channel,
                                     external_id, sent_at, handling)
                values (?, 1, 'citizen', '', 'cs', 'pigeon', ?, ?, ?)
                """,
                nextId(),
                externalId,
                at,
                handling));
  }

  private static boolean done(Runnable work) {
    work.run();
    return true;
  }

  private List<OutboundMessage> claim(Duration lease) {
    return store.write(handle -> Outbox.claim(handle, clock.instant(), lease, 9));
  }

  private void put(Address address, String text) {
    put(
        new OutboundMessage(
            nextId(), address, "cs", text, List.of(), new Speaker.Bot(), Occasion.NONE));
  }

  private void put(OutboundMessage message) {
    store.write(
        handle -> {
          handle.execute(
              """
              insert into message (id, conversation, author, text, language, channel, external_id,
                                   sent_at)
              values (?, 1, 'bot', '', 'cs', 'office', ?, 0)
              """,
              message.id(),
              message.id());
          Outbox.put(handle, message, clock.instant());
          return message;
        });
  }

  private long nextId() {
    return ++lastId;
  }
}
