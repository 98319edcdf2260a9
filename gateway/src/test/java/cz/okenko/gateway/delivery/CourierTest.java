package cz.okenko.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.connectors.Address;
import cz.okenko.connectors.Delivery;
import cz.okenko.connectors.OutboundMessage;
import cz.okenko.connectors.OutboundMessage.Occasion;
import cz.okenko.connectors.OutboundMessage.Speaker;
import cz.okenko.gateway.MovableClock;
import cz.okenko.gateway.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class CourierTest {
  private static final Address ANNA = new Address("pigeon", "anna");
  private static final Address BORIS = new Address("pigeon", "boris");

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock("2026-11-23T08:00:00Z");
  private final ScriptedConnector pigeon = new ScriptedConnector();
  private Store store;
  private final List<Courier> started = new ArrayList<>();
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
    closeCourier();
    store.close();
  }

  @Test
  void a_delivered_message_leaves_the_outbox() throws InterruptedException {
    put(ANNA, "Dobrý den");

    start();
    pigeon.awaitAttempts(1);
    closeCourier();

    assertThat(pigeon.texts()).containsExactly("Dobrý den");
    assertThat(rows()).isEmpty();
  }

  @Test
  void a_platform_out_of_reach_is_tried_again_after_a_growing_pause() throws InterruptedException {
    put(ANNA, "Dobrý den");
    pigeon.cannotBeReached(ANNA);
    pigeon.cannotBeReached(ANNA);
    pigeon.cannotBeReached(ANNA);

    start();
    for (int seconds : List.of(2, 4, 8)) {
      pigeon.awaitAttempts(1);
      awaitRow("due after " + seconds);
      clock.pass(Duration.ofSeconds(seconds));
      wake();
    }
    pigeon.awaitAttempts(1);
    closeCourier();

    assertThat(pigeon.tried()).hasSize(4);
    assertThat(rows()).isEmpty();
  }

  @Test
  void a_fault_in_a_connector_repeats_nothing_that_was_delivered_before_it()
      throws InterruptedException {
    var gate = new CountDownLatch(0);
    pigeon.hangs(ANNA, gate);
    pigeon.breaks(ANNA);
    put(ANNA, "první");
    put(ANNA, "druhá");

    start();
    pigeon.awaitAttempts(2);
    awaitRow("due after 2");
    clock.pass(Duration.ofSeconds(2));
    wake();
    pigeon.awaitAttempts(1);
    closeCourier();

    assertThat(pigeon.texts()).containsExactly("první", "druhá");
    assertThat(rows()).isEmpty();
  }

  @Test
  void a_deferred_message_goes_out_at_the_moment_asked_for_and_not_before()
      throws InterruptedException {
    put(ANNA, "Dobrý den");
    pigeon.defers(ANNA, clock.instant().plusSeconds(60));

    start();
    pigeon.awaitAttempts(1);
    awaitRow("due after 60");
    clock.pass(Duration.ofSeconds(59).plusMillis(999));
    put(BORIS, "slyšíš?");
    wake();
    pigeon.awaitAttempts(1);
    assertThat(pigeon.texts()).containsExactly("slyšíš?");
    clock.pass(Duration.ofMillis(1));
    wake();
    pigeon.awaitAttempts(1);

    assertThat(pigeon.texts()).containsExactly("slyšíš?", "Dobrý den");
  }

  @Test
  void a_refused_message_stays_and_says_why_and_the_next_one_goes_on() throws InterruptedException {
    put(ANNA, "první");
    put(ANNA, "druhá");
    pigeon.refuses(ANNA, Delivery.Reason.BLOCKED);

    start();
    pigeon.awaitAttempts(2);
    closeCourier();

    assertThat(rows()).containsExactly("refused blocked");
    assertThat(pigeon.texts()).containsExactly("druhá");
  }

  @Test
  void a_channel_that_is_off_is_refused() {
    put(new Address("telegraph", "anna"), "Dobrý den");

    start();

    awaitRow("refused channel-off");
  }

  @Test
  void one_address_hears_everything_in_order_while_it_must_wait() throws InterruptedException {
    pigeon.defers(ANNA, clock.instant().plusSeconds(10));
    put(ANNA, "1");
    put(ANNA, "2");
    start();
    pigeon.awaitAttempts(1);
    put(ANNA, "3");
    wake();
    awaitRow("due after 10");

    clock.pass(Duration.ofSeconds(10));
    wake();
    pigeon.awaitAttempts(3);

    assertThat(pigeon.texts()).containsExactly("1", "2", "3");
  }

  @Test
  void an_address_that_hangs_holds_up_no_other() throws InterruptedException {
    var gate = new CountDownLatch(1);
    pigeon.hangs(ANNA, gate);
    put(ANNA, "pomalá");
    put(ANNA, "pomalá 2");
    start();

    for (int n = 0; n < 3; n++) {
      put(BORIS, "rychlá " + n);
      wake();
      pigeon.awaitAttempts(1);
    }

    assertThat(pigeon.texts()).containsExactly("rychlá 0", "rychlá 1", "rychlá 2");
    gate.countDown();
    pigeon.awaitAttempts(2);
    assertThat(pigeon.texts()).endsWith("pomalá", "pomalá 2");
  }

  @Test
  void a_delivery_that_hangs_longer_than_its_lease_is_not_tried_beside_itself()
      throws InterruptedException {
    var gate = new CountDownLatch(1);
    pigeon.hangs(ANNA, gate);
    put(ANNA, "visí");
    start();
    awaitRow("under way");
    put(ANNA, "druhá");

    for (int n = 0; n < 3; n++) {
      clock.pass(Duration.ofMinutes(3));
      put(BORIS, "mezitím " + n);
      wake();
      pigeon.awaitAttempts(1);
    }

    assertThat(pigeon.tried()).containsOnlyOnce("visí");
    gate.countDown();
    pigeon.awaitAttempts(2);
    closeCourier();
    assertThat(pigeon.texts()).endsWith("visí", "druhá");
    assertThat(rows()).isEmpty();
  }

  @Test
  void after_a_crash_what_the_platform_confirms_is_not_sent_again() throws InterruptedException {
    pigeon.confirmsWithin(Duration.ofSeconds(15));
    put(ANNA, "došla");
    put(BORIS, "nedošla");
    claim(Duration.ofMinutes(2));
    put(new Address("pigeon", "cyril"), "nebyla na cestě");

    start();
    pigeon.awaitAttempts(1);
    assertThat(pigeon.texts()).containsExactly("nebyla na cestě");
    store.write(
        handle -> {
          Outbox.confirmed(handle, 1);
          return 1;
        });
    clock.pass(Duration.ofSeconds(15));
    wake();
    pigeon.awaitAttempts(1);
    closeCourier();

    assertThat(pigeon.texts()).containsExactly("nebyla na cestě", "nedošla");
    assertThat(rows()).isEmpty();
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

  private void start() {
    var courier = new Courier(store, Map.of(pigeon.channel(), pigeon), message -> List.of(), clock);
    started.add(courier);
    courier.start();
  }

  private void wake() {
    started.forEach(Courier::wake);
  }

  /// Ends the courier, which records what came back last.
  private void closeCourier() {
    started.forEach(Courier::close);
    started.clear();
  }

  /// What the outbox holds: `refused REASON`, `under way` or `due after SECONDS`.
  private List<String> rows() {
    return store.read(
        handle ->
            handle
                .createQuery(
                    """
                    select case when state = 'refused' then 'refused ' || reason
                                when leased_until > 0 then 'under way'
                                else 'due after ' || ((due_at - :now) / 1000) end
                      from outbox order by id
                    """)
                .bind("now", clock.millis())
                .mapTo(String.class)
                .list());
  }

  private void awaitRow(String wanted) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!rows().contains(wanted)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("the outbox holds " + rows() + ", not " + wanted);
      }
      Thread.onSpinWait();
    }
  }
}
