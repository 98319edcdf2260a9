package cz.okenko.gateway.store;

import cz.okenko.knowledge.store.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// The database of one office. Safe for any thread.
public final class Store implements Database, AutoCloseable {
  private static final int READERS = 4;

  /// Of 4 KB each. The same pages are written again and again, and a checkpoint copies each only once.
  private static final int CHECKPOINT_PAGES = 4_000;

  private final BlockingQueue<Handle> readers = new ArrayBlockingQueue<>(READERS);
  private final Writer writer;
  private final Jdbi jdbi;
  private final int synchronous;

  private Store(SQLiteDataSource source) {
    this.jdbi = Jdbi.create(source);
    jdbi.setStatementBuilderFactory(connection -> new PreparedOnce());
    this.writer = new Writer(jdbi.open());
    this.synchronous =
        write(handle -> handle.createQuery("pragma synchronous").mapTo(Integer.class).one());
    for (int i = 0; i < READERS; i++) {
      readers.add(jdbi.open());
    }
  }

  /// Opens the SQLite file, makes it when missing, and brings its tables up to date.
  public static Store open(Path file) {
    SQLiteDataSource source = sqlite(file);
    migrate(source, "db/gateway", "gateway_history");
    migrate(source, "db/knowledge", "knowledge_history");
    return new Store(source);
  }

  /// Runs `work` on a connection of its own; it must not write. What it sees is committed.
  @Override
  public <T> T read(Function<Handle, T> work) {
    Handle handle = borrow();
    try {
      return work.apply(handle);
    } finally {
      readers.add(handle);
    }
  }

  /// Runs `work` on the writer thread and returns after the commit. All of it is stored or nothing.
  /// No network and no other write may hide in `work`.
  @Override
  public <T> T write(Function<Handle, T> work) {
    return writer.write(work, done -> {});
  }

  /// The same, and tells `committed` on the writer thread before it returns: all units in the order
  /// in which they took effect. It must return at once and not throw.
  public <T> T write(Function<Handle, T> work, Consumer<T> committed) {
    return writer.write(work, committed);
  }

  /// How the writer gets on: its commits and the units in them so far, and the units that wait.
  public record Pace(long commits, long units, int waiting) {}

  public Pace pace() {
    return writer.pace();
  }

  /// Takes what was deleted out of the journal beside the file, so that nothing of it is left in either.
  public void settle() {
    alone("pragma wal_checkpoint(truncate)");
  }

  /// Writes the whole file anew, so that nothing of what was deleted is left between its pages. It takes a
  /// second for a hundred megabytes or so, as much room again, and nobody writes meanwhile.
  public void compact() {
    alone("vacuum");
    settle();
  }

  /// On a connection of its own, for the writer's is always ready for its next group.
  private void alone(String statement) {
    writer.between(() -> jdbi.useHandle(handle -> handle.execute(statement)));
  }

  /// How SQLite's writing connection waits for the disk: 2 is `FULL`, every commit is on it.
  public int synchronous() {
    return synchronous;
  }

  /// Whether the database takes and gives.
  public boolean ready() {
    try {
      return write(Store::one) == 1 && read(Store::one) == 1;
    } catch (StoreException | JdbiException e) {
      return false;
    }
  }

  private static int one(Handle handle) {
    return handle.createQuery("select 1").mapTo(Integer.class).one();
  }

  /// Waits for the writing that is under way; later calls fail.
  @Override
  public void close() {
    writer.close();
    for (int i = 0; i < READERS; i++) {
      borrow().close();
    }
  }

  private Handle borrow() {
    try {
      return readers.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("interrupted while waiting for a reader", e);
    }
  }

  /// Durable before fast: every commit is on the disk. Foreign keys are off and schemas trusted by
  /// default, so both are set.
  private static SQLiteDataSource sqlite(Path file) {
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(10_000);
    config.setPragma(SQLiteConfig.Pragma.MMAP_SIZE, "0");
    config.setGetGeneratedKeys(false); // else each insert is followed by a query nobody needs
    var source = new TightSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  private static void migrate(SQLiteDataSource source, String folder, String history) {
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:" + folder)
        .table(history)
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .loggers("slf4j")
        .load()
        .migrate();
  }

  /// Sets what the driver's configuration has no name for.
  private static final class TightSource extends SQLiteDataSource {
    TightSource(SQLiteConfig config) {
      super(config);
    }

    @Override
    public org.sqlite.SQLiteConnection getConnection(String user, String password)
        throws SQLException {
      var connection = super.getConnection(user, password);
      tighten(connection);
      return connection;
    }

    private static void tighten(Connection connection) throws SQLException {
      try (var statement = connection.createStatement()) {
        statement.execute("pragma trusted_schema = off");
        statement.execute("pragma secure_delete = on"); // what is deleted is written over
        statement.execute("pragma wal_autocheckpoint = " + CHECKPOINT_PAGES);
      }
    }
  }
}
