package cz.okenko.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class StoreTest {
  private static final int CALLERS = 200;

  @TempDir Path folder;
  private Store store;
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

  @BeforeEach
  void open() {
    store = Store.open(folder.resolve("okenko.db"));
    store.write(handle -> handle.execute("create table mark (n bigint primary key)"));
  }

  @AfterEach
  void close() {
    callers.close();
    store.close();
  }

  @Test
  void what_many_callers_were_told_at_once_is_on_disk() throws Exception {
    var units = new ArrayList<Callable<Integer>>();
    for (int n = 0; n < CALLERS; n++) {
      int mark = n;
      units.add(() -> store.write(handle -> mark(handle, mark)));
    }

    for (Future<Integer> told : callers.invokeAll(units)) {
      told.get();
    }

    assertThat(onDisk()).isEqualTo(CALLERS);
  }

  @Test
  void a_failed_unit_takes_no_other_of_its_group_with_it() throws Exception {
    CountDownLatch gate = holdTheWriter();
    var told = new ArrayList<Future<Integer>>();
    for (int n = 0; n < CALLERS; n++) {
      int mark = n;
      told.add(callers.submit(() -> store.write(handle -> markUnlessThird(handle, mark))));
    }
    gate.countDown();

    for (int n = 0; n < CALLERS; n++) {
      Future<Integer> one = told.get(n);
      if (n % 3 == 0) {
        assertThatThrownBy(one::get).hasRootCauseMessage("no thirds");
      } else {
        assertThat(one.get()).isEqualTo(1);
      }
    }
    assertThat(marks()).hasSize(CALLERS - 67).noneMatch(n -> n % 3 == 0);
  }

  @Test
  void a_unit_that_breaks_a_constraint_stores_nothing_of_itself() {
    store.write(handle -> mark(handle, 7));

    assertThatThrownBy(() -> store.write(handle -> mark(handle, 8) + mark(handle, 7)))
        .hasMessageContaining("SQLITE_CONSTRAINT");
    assertThat(marks()).containsExactly(7L);
  }

  @Test
  void an_error_in_a_unit_does_not_end_the_writer() {
    assertThatThrownBy(
            () ->
                store.write(
                    handle -> {
                      mark(handle, 1);
                      throw new StackOverflowError("too deep");
                    }))
        .isInstanceOf(StoreException.class)
        .hasRootCauseMessage("too deep");

    store.write(handle -> mark(handle, 2));
    assertThat(marks()).containsExactly(2L);
  }

  @Test
  void a_group_that_cannot_be_committed_is_told_so_and_the_next_one_is_stored() {
    assertThatThrownBy(
            () ->
                store.write(
                    handle -> {
                      mark(handle, 1);
                      handle.execute("pragma defer_foreign_keys = on");
                      return handle.execute(
                          """
                          insert into message (id, conversation, author, text, language, channel,
                                               external_id, sent_at)
                          values (1, 404, 'bot', '', 'cs', 'office', '1', 0)
                          """);
                    }))
        .isInstanceOf(StoreException.class)
        .hasMessage("not stored");

    store.write(handle -> mark(handle, 2));
    assertThat(marks()).containsExactly(2L);
  }

  @Test
  void a_unit_within_a_unit_is_refused_rather_than_waiting_for_itself() {
    assertThatThrownBy(() -> store.write(handle -> store.write(inner -> mark(inner, 1))))
        .isInstanceOf(IllegalStateException.class);

    assertThat(marks()).isEmpty();
  }

  @Test
  void reading_sees_what_is_committed_and_nothing_else() throws Exception {
    var marked = new CountDownLatch(1);
    var gate = new CountDownLatch(1);
    Future<Integer> told =
        callers.submit(
            () ->
                store.write(
                    handle -> {
                      int done = mark(handle, 1);
                      marked.countDown();
                      await(gate);
                      return done;
                    }));
    await(marked);

    assertThat(marks()).isEmpty();
    gate.countDown();
    told.get();
    assertThat(marks()).containsExactly(1L);
  }

  @Test
  void close_waits_for_what_is_under_way_and_refuses_the_rest() throws Exception {
    CountDownLatch gate = holdTheWriter();
    Future<Integer> underWay = callers.submit(() -> store.write(handle -> mark(handle, 1)));
    Future<?> closing = callers.submit(() -> store.close());
    assertThatThrownBy(() -> closing.get(50, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);

    gate.countDown();
    closing.get();

    assertThat(told(underWay)).isEqualTo(onDisk());
    assertThatThrownBy(() -> store.write(handle -> mark(handle, 2)))
        .isInstanceOf(StoreException.class);
    store = Store.open(folder.resolve("okenko.db"));
  }

  @Test
  void nobody_waits_forever_when_it_closes_under_load() throws Exception {
    var told = new ArrayList<Future<Integer>>();
    for (int n = 0; n < 2_000; n++) {
      int mark = n;
      told.add(callers.submit(() -> store.write(handle -> mark(handle, mark))));
      if (n == 1_000) {
        callers.execute(store::close);
      }
    }

    int stored = 0;
    for (Future<Integer> one : told) {
      stored += told(one);
    }
    assertThat(onDisk()).isEqualTo(stored);
    store = Store.open(folder.resolve("okenko.db"));
  }

  @Test
  void the_writer_and_every_reader_are_durable_and_strict() throws Exception {
    List<List<String>> connections = new ArrayList<>();
    connections.add(store.write(StoreTest::pragmas));
    for (List<String> reader : allReadersAtOnce()) {
      connections.add(reader);
    }

    assertThat(connections)
        .hasSize(5)
        .allSatisfy(pragmas -> assertThat(pragmas).containsExactly("wal", "2", "1", "0", "10000"));
  }

  private List<List<String>> allReadersAtOnce() throws Exception {
    var together = new CountDownLatch(4);
    Callable<List<String>> reading =
        () ->
            store.read(
                handle -> {
                  together.countDown();
                  await(together);
                  return pragmas(handle);
                });
    var all = new ArrayList<List<String>>();
    for (Future<List<String>> one : callers.invokeAll(List.of(reading, reading, reading, reading))) {
      all.add(one.get());
    }
    return all;
  }

  private static List<String> pragmas(Handle handle) {
    return List.of("journal_mode", "synchronous", "foreign_keys", "trusted_schema", "busy_timeout")
        .stream()
        .map(name -> handle.createQuery("pragma " + name).mapTo(String.class).one())
        .toList();
  }

  /// Keeps the writer busy until the latch is counted down, so that what comes next is one group.
  private CountDownLatch holdTheWriter() {
    var held = new CountDownLatch(1);
    var gate = new CountDownLatch(1);
    callers.execute(
        () ->
            store.write(
                handle -> {
                  held.countDown();
                  await(gate);
                  return 0;
                }));
    await(held);
    return gate;
  }

  private static int told(Future<Integer> one) throws InterruptedException {
    try {
      return one.get();
    } catch (ExecutionException e) {
      assertThat(e).hasCauseInstanceOf(StoreException.class);
      return 0;
    }
  }

  private List<Long> marks() {
    return store.read(
        handle -> handle.createQuery("select n from mark order by n").mapTo(Long.class).list());
  }

  /// Counted over a connection the store knows nothing of.
  private int onDisk() throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("okenko.db"));
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from mark")) {
      return rows.getInt(1);
    }
  }

  private static int mark(Handle handle, int n) {
    return handle.execute("insert into mark (n) values (?)", n);
  }

  private static int markUnlessThird(Handle handle, int n) {
    int marked = mark(handle, n);
    if (n % 3 == 0) {
      throw new IllegalStateException("no thirds");
    }
    return marked;
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
