package cz.okenko.gateway.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.okenko.gateway.Receiver.Heard;
import cz.okenko.gateway.hook.Dispatch.Progress;
import cz.okenko.gateway.hook.Dispatch.State;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On a real database and a real receiver on loopback; time moves when told to.
final class DispatcherTest {
  @TempDir Path folder;

  /// Set before each test.
  @SuppressWarnings("NullAway.Init")
  private HookFixture office;

  @BeforeEach
  void open() {
    office = new HookFixture(folder);
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void what_happened_is_told_once_and_signed() {
    Hook hook = office.hook();
    office.happens();

    office.round();
    Dispatch taken = office.awaitOne(hook, State.TAKEN);
    office.round();

    Heard heard = office.receiver.heard().getFirst();
    assertThat(office.receiver.heard()).hasSize(1);
    assertThat(heard.signedWith(HookFixture.SECRET)).isTrue();
    assertThat(heard.signedWith(HookFixture.BEFORE)).isFalse();
    assertThat(heard.id()).isEqualTo("evt_" + taken.id()).doesNotContain(".");
    assertThat(heard.at()).isEqualTo(office.clock.instant());
    assertThat(heard.body())
        .isEqualTo(
            "{\"type\":\"conversation.closed\",\"timestamp\":\"2026-11-29T08:00:00Z\","
                + "\"data\":{\"conversation\":7}}");
    assertThat(taken.progress().attempts()).isEqualTo(1);
  }

  @Test
  void nobody_is_told_what_they_did_not_ask_for_nor_while_switched_off() {
    Hook hook = office.hook();
    Hook off = office.off();

    office.happens(Happened.CONVERSATION_RATED);
    assertThat(office.told(hook)).isEmpty();
    office.happens();

    assertThat(office.told(hook)).hasSize(1);
    assertThat(office.told(off)).isEmpty();
  }

  @Test
  void what_was_undone_is_not_told() {
    Hook hook = office.hook();

    assertThatThrownBy(
            () ->
                office.store.write(
                    handle -> {
                      office.dispatches.put(handle, Happened.CONVERSATION_CLOSED, HookFixture.DATA);
                      throw new IllegalStateException("it did not happen after all");
                    }))
        .hasMessageContaining("after all");

    assertThat(office.told(hook)).isEmpty();
  }

  @Test
  void whoever_does_not_take_it_is_told_again_under_the_same_name_after_growing_waits() {
    Hook hook = office.hook();
    office.receiver.answers(500);
    office.happens();
    office.round();
    int attempts = 1;
    for (Duration wait : Dispatcher.WAITS) {
      int tried = attempts;
      Dispatch waits = office.await(hook, all -> all.progress().attempts() == tried);
      assertThat(waits.progress().state()).isEqualTo(State.WAITING);
      assertThat(waits.progress().due()).isEqualTo(office.clock.instant().plus(wait));
      assertThat(waits.progress().last().status()).isEqualTo(500);

      office.clock.pass(wait.minusMillis(1));
      office.round();
      assertThat(office.receiver.heard()).hasSize(attempts);
      office.clock.pass(Duration.ofMillis(1));
      attempts++;
      office.roundUntilHeard(attempts);
    }
    office.awaitOne(hook, State.FAILED);
    office.clock.pass(Duration.ofDays(3));
    office.round();

    List<Heard> heard = office.receiver.heard();
    assertThat(heard).hasSize(Dispatcher.WAITS.size() + 1);
    assertThat(heard).extracting(Heard::id).containsOnly(heard.getFirst().id());
    assertThat(heard).extracting(Heard::body).containsOnly(heard.getFirst().body());
    assertThat(heard).extracting(Heard::timestamp).doesNotHaveDuplicates();
    assertThat(heard).allMatch(one -> one.signedWith(HookFixture.SECRET));
  }

  @Test
  void whoever_asks_for_more_time_gets_it() {
    Hook hook = office.hook();
    office.receiver.answers(503, "Retry-After", "600");
    office.happens();

    office.round();

    Dispatch waits = office.await(hook, HookFixture::tried);
    assertThat(waits.progress().due()).isEqualTo(office.clock.instant().plusSeconds(600));
  }

  @Test
  void whoever_wants_nothing_any_more_is_switched_off_and_the_rest_waits() {
    Hook hook = office.hook();
    office.receiver.answers(410);
    office.happens();
    office.round();
    office.awaitOne(hook, State.FAILED);
    assertThat(office.found(hook).state()).isEqualTo(Hook.State.GONE);

    office.happens();
    office.round();

    assertThat(office.receiver.heard()).hasSize(1);
    assertThat(office.told(hook)).hasSize(1);
  }

  @Test
  void many_are_told_once_each_though_rounds_overlap() {
    Hook hook = office.hook();
    for (int i = 0; i < 200; i++) {
      office.happens();
    }
    while (office.told(hook).stream().anyMatch(one -> one.progress().state() == State.WAITING)) {
      office.round();
    }

    assertThat(office.receiver.heard()).extracting(Heard::id).hasSize(200).doesNotHaveDuplicates();
  }

  @Test
  void while_a_secret_is_exchanged_both_sign() {
    var both = new Hook.Secrets(HookFixture.SECRET, HookFixture.BEFORE, office.clock.instant().plus(Hooks.OVERLAP));
    office.insert(office.receiver.url().toString(), Hook.State.ON, both);
    office.happens();
    office.round();
    Heard during = office.receiver.await(1).getFirst();

    office.clock.pass(Hooks.OVERLAP);
    office.happens();
    office.round();
    Heard after = office.receiver.await(2).getLast();

    assertThat(during.signedWith(HookFixture.SECRET) && during.signedWith(HookFixture.BEFORE)).isTrue();
    assertThat(after.signedWith(HookFixture.SECRET)).isTrue();
    assertThat(after.signedWith(HookFixture.BEFORE)).isFalse();
  }

  @Test
  void what_was_under_way_when_it_stopped_is_told_after_the_start() {
    Hook hook = office.hook();
    office.receiver.hangs();
    office.happens();
    office.round();
    String id = office.receiver.await(1).getFirst().id();
    office.dispatcher().close();
    assertThat(office.told(hook).getFirst().progress().state()).isEqualTo(State.WAITING);

    office.receiver.answers(204);
    office.startAnew();
    office.round();

    office.awaitOne(hook, State.TAKEN);
    assertThat(office.receiver.heard()).extracting(Heard::id).containsExactly(id, id);
  }

  @Test
  void what_need_not_be_told_any_more_is_forgotten() {
    Hook hook = office.hook();
    office.happens();
    office.round();
    office.awaitOne(hook, State.TAKEN);
    office.receiver.answers(500);
    office.happens();

    office.clock.pass(Duration.ofDays(8));
    office.dispatcher().forget();
    assertThat(office.told(hook)).extracting(one -> one.progress().state()).containsExactly(State.WAITING);
    office.clock.pass(Duration.ofDays(23));
    office.dispatcher().forget();

    assertThat(office.told(hook)).isEmpty();
  }

  @Test
  void an_idle_dispatcher_writes_nothing() {
    office.hook();
    long before = office.store.pace().commits();

    office.round();
    office.round();

    assertThat(office.store.pace().commits()).isEqualTo(before);
  }

  @Test
  void a_failure_after_the_last_wait_is_the_end() {
    var last = new Progress(State.WAITING, Instant.EPOCH, Dispatcher.WAITS.size(), Answer.NONE);
    Answer refused = Answer.of(office.clock.instant(), 500, Duration.ZERO);

    assertThat(Dispatcher.after(last, refused).state()).isEqualTo(State.FAILED);
    assertThat(Dispatcher.after(last, Answer.of(office.clock.instant(), 299, Duration.ZERO)).state())
        .isEqualTo(State.TAKEN);
  }
}
