package cz.okenko.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/// A data folder from before articles had wordings.
final class MigrationTest {

  @TempDir Path folder;

  @Test
  void articles_of_an_old_data_folder_are_there_and_the_offices_own_stay_so() throws SQLException {
    LibraryFolder content = new LibraryFolder(folder.resolve("content"));
    String office = LibraryFolder.czech("2027-06-30").replace("Psa přihlaste", "U nás psa hlaste");
    lay_out_first_version(office);

    try (KnowledgeBase knowledge = new Desk(folder).open(content.source())) {
      Passage czech =
          knowledge.passage(LibraryFolder.DOG, Language.CS, Aspect.GENERAL).orElseThrow();
      Passage english =
          knowledge.passage(LibraryFolder.DOG, Language.EN, Aspect.GENERAL).orElseThrow();

      assertThat(czech.text()).startsWith("U nás psa hlaste do 15 dnů.");
      assertThat(czech.revision()).isEqualTo(2);
      assertThat(english.text()).startsWith("Register your dog");
      assertThat(english.revision()).isGreaterThan(2);
    }
  }

  private void lay_out_first_version(String office) throws SQLException {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + folder.resolve("okenko.db"));
    Flyway.configure().dataSource(source).locations("db/knowledge").target("1").load().migrate();
    try (Connection connection = source.getConnection()) {
      connection
          .createStatement()
          .executeUpdate(
              "insert into article values (7, 'poplatek-pes', 'cs', 'office', 'published', 2)");
      for (int number = 1; number <= 2; number++) {
        try (PreparedStatement insert =
            connection.prepareStatement("insert into revision values (?, 7, ?, ?, ?, ?, 0)")) {
          insert.setInt(1, 10 + number);
          insert.setInt(2, number);
          insert.setString(3, number == 1 ? "shipped" : "office");
          insert.setString(4, number == 1 ? "old" : office);
          insert.setString(5, "hash" + number);
          insert.executeUpdate();
        }
      }
    }
  }
}
