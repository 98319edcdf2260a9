package cz.okenko.knowledge;

import cz.okenko.knowledge.store.Database;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteDataSource;

/// A real SQLite file in a temporary folder with the tables of the knowledge base, and a fixed day.
public final class Desk implements Database {

  /// The day on which all tests happen.
  public static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z"));

  private final Path folder;
  private final Jdbi jdbi;

  public Desk(Path folder) {
    this.folder = folder;
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + folder.resolve("okenko.db"));
    Flyway.configure().dataSource(source).locations("db/knowledge").load().migrate();
    this.jdbi = Jdbi.create(source);
  }

  @Override
  public <T> T write(Function<Handle, T> work) {
    return jdbi.inTransaction(work::apply);
  }

  @Override
  public <T> T read(Function<Handle, T> work) {
    return jdbi.withHandle(work::apply);
  }

  /// Opens a knowledge base over this database.
  public KnowledgeBase open(ContentSource content, Fact... localFacts) {
    return KnowledgeBase.open(
        new KnowledgeSettings(content, folder.resolve("index"), List.of(localFacts)), this, CLOCK);
  }
}
