package cz.okenko.gateway.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.gateway.Plans;
import cz.okenko.gateway.access.ClerkId;
import cz.okenko.gateway.conversation.ConversationId;
import cz.okenko.gateway.store.Store;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The console's lists find their rows by an index, however old the office's archive is.
final class ConsoleStatementsTest {
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
  void the_waiting_list() {
    check(
        handle -> {
          ConsoleRows.waiting(handle, "", Instant.EPOCH, 0);
          ConsoleRows.waiting(handle, "doklady", Instant.EPOCH, 0);
          ConsoleRows.waitingByAgenda(handle);
          ConsoleRows.endangered(handle);
        });
  }

  @Test
  void what_a_clerk_holds() {
    check(
        handle -> {
          ConsoleRows.heldBy(handle, new ClerkId(7), Long.MAX_VALUE);
          ConsoleRows.heldBy(handle, new ClerkId(7));
        });
  }

  @Test
  void the_list_of_all() {
    check(
        handle -> {
          ConsoleRows.all(handle, "", Long.MAX_VALUE);
          ConsoleRows.all(handle, "doklady", Long.MAX_VALUE);
        });
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
