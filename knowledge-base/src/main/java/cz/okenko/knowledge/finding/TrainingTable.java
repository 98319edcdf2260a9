package cz.okenko.knowledge.finding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Tables in the jar to learn from: tabs between the cells, names of the columns in the first line.
final class TrainingTable {

  private TrainingTable() {}

  /// The cells of each row of the named table.
  static List<List<String>> rows(String name) {
    try (InputStream stream = TrainingTable.class.getResourceAsStream("/training/" + name)) {
      if (stream == null) {
        throw new IllegalStateException("the jar has no /training/" + name);
      }
      String table = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return table
          .lines()
          .skip(1)
          .filter(line -> !line.isBlank())
          .map(line -> List.of(line.split("\t", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read /training/" + name, e);
    }
  }
}
