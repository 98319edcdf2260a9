package cz.okenko.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.okenko.connectors.Notebook;
import cz.okenko.gateway.MovableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class NotebooksTest {
  @TempDir Path folder;
  private final MovableClock clock = new MovableClock("2026-11-23T08:00:00Z");
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
  void what_was_written_is_read_from_memory_and_after_a_restart_from_the_disk() {
    Notebook notebook = new Notebooks(store, clock).of("pigeon");
    notebook.write(Map.of("a", "1", "b", "2"));
    notebook.write(Map.of("a", "3", "b", ""));

    assertThat(notebook.read("a")).contains("3");
    assertThat(notebook.read("b")).isEmpty();
    Notebook afterRestart = new Notebooks(store, clock).of("pigeon");
    assertThat(afterRestart.read("a")).contains("3");
    assertThat(afterRestart.read("b")).isEmpty();
  }

  @Test
  void channels_read_nothing_of_each_other() {
    var notebooks = new Notebooks(store, clock);
    notebooks.of("pigeon").write(Map.of("a", "1"));

    assertThat(notebooks.of("telegraph").read("a")).isEmpty();
  }

  @Test
  void what_could_not_be_stored_is_not_remembered() {
    Notebook notebook = new Notebooks(store, clock).of("pigeon");
    notebook.write(Map.of("a", "1"));
    store.write(
        handle ->
            handle.execute(
                """
                create trigger refuses before update on notebook
                begin select raise(fail, 'no'); end
                """));

    assertThatThrownBy(() -> notebook.write(Map.of("a", "2"))).isInstanceOf(RuntimeException.class);

    assertThat(notebook.read("a")).contains("1");
  }

  @Test
  void what_is_remembered_of_a_citizen_is_forgotten_two_years_after_it_was_written_last() {
    var notebooks = new Notebooks(store, clock);
    Notebook notebook = notebooks.of("pigeon");
    notebook.write(Map.of("key of the channel", "k"));
    notebook.remember(Map.of("anna", "1", "boris", "1"));
    clock.pass(Duration.ofDays(365));
    notebook.remember(Map.of("anna", "2"));
    clock.pass(Duration.ofDays(366));

    notebooks.forget();

    assertThat(notebook.read("boris")).isEmpty();
    assertThat(notebook.read("anna")).contains("2");
    assertThat(notebook.read("key of the channel")).contains("k");
  }
}
