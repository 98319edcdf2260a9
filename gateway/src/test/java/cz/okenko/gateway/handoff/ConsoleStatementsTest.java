package cz.okenko.gateway.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.gateway.Plans;
import cz.okenko.gateway.access.ClerkId;
import cz.okenko.gateway.conversation.ConversationId;
import cz.okenko.gateway.handoff.QueueRows.Place;
import cz.okenko.gateway.handoff.QueueRows.View;
import cz.okenko.gateway.handoff.QueueRows.Wanted;
import cz.okenko.gateway.store.Store;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The console's lists find their rows by an index, however old the office's archive is.
final class ConsoleStatementsTest {
  private static final ClerkId JANA = new ClerkId(7);

  @TempDir Path folder;
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(folder.resolve("okenko.db"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void every_list_with_every_combination_of_filters() {
    for (Wanted wanted : everything()) {
      List<String> steps =
          Plans.of(store, handle -> QueueRows.page(handle, wanted, JANA, Place.START));

      assertThat(steps)
          .as(wanted.toString())
          .isNotEmpty()
          .noneMatch(Plans::readsAll)
          .noneMatch(Plans::sorts);
    }
  }

  @Test
  void the_archive_is_found_by_its_filters_alone() {
    for (Wanted wanted : everything()) {
      boolean filtered = !(wanted.agenda() + wanted.channel() + wanted.language()).isEmpty();
      if (wanted.view() == View.ALL && filtered) {
        List<String> steps =
            Plans.of(store, handle -> QueueRows.page(handle, wanted, JANA, Place.START));

        assertThat(steps.getFirst())
            .as(wanted.toString())
            .startsWith("SEARCH c USING INDEX conversation_by_")
            .contains("id<?");
      }
    }
  }

  @Test
  void who_is_in_danger_and_how_many_there_are() {
    check(
        handle -> {
          QueueRows.endangered(handle, JANA);
          QueueRows.counts(handle, JANA);
          QueueRows.waitingByAgenda(handle);
        });
  }

  @Test
  void what_is_put_off_read_missing_and_kept() {
    check(
        handle -> {
          Snoozes.over(handle, Instant.EPOCH);
          ReadingRows.read(handle, new ConversationId(1), JANA);
          GapRows.page(handle, Long.MAX_VALUE);
          ViewRows.of(handle, JANA);
          ViewRows.drop(handle, JANA, "moje");
        });
  }

  private static List<Wanted> everything() {
    var all = new ArrayList<Wanted>();
    for (View view : View.values()) {
      for (int bits = 0; bits < (view == View.ALL ? 8 : 32); bits++) {
        all.add(
            new Wanted(
                view,
                (bits & 1) == 0 ? "" : "doklady",
                (bits & 2) == 0 ? "" : "email",
                (bits & 4) == 0 ? "" : "uk",
                (bits & 8) != 0,
                (bits & 16) != 0));
      }
    }
    return all;
  }

  @Test
  void one_conversation_with_its_history() {
    check(
        handle -> {
          ConsoleRows.one(handle, new ConversationId(1));
          ConsoleRows.lines(handle, new ConversationId(1));
          ConsoleRows.history(handle, new ConversationId(1));
        });
  }

  private void check(Consumer<Handle> work) {
    List<String> steps = Plans.of(store, work);

    assertThat(steps).isNotEmpty().noneMatch(Plans::readsAll);
  }
}
