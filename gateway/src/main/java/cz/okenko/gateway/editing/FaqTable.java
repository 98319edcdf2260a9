package cz.okenko.gateway.editing;

import cz.okenko.knowledge.text.Folding;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the columns of a table by the names in its first line and reads the rows below it.
final class FaqTable {

  private enum Column {
    ID,
    QUESTION,
    ANSWER,
    URL,
    LANGUAGE
  }

  /// The columns by what people call them, without diacritics.
  private static final Map<String, Column> NAMES =
      Map.ofEntries(
          Map.entry("id", Column.ID),
          Map.entry("kod", Column.ID),
          Map.entry("slug", Column.ID),
          Map.entry("question", Column.QUESTION),
          Map.entry("otazka", Column.QUESTION),
          Map.entry("dotaz", Column.QUESTION),
          Map.entry("answer", Column.ANSWER),
          Map.entry("odpoved", Column.ANSWER),
          Map.entry("url", Column.URL),
          Map.entry("odkaz", Column.URL),
          Map.entry("link", Column.URL),
          Map.entry("lang", Column.LANGUAGE),
          Map.entry("language", Column.LANGUAGE),
          Map.entry("jazyk", Column.LANGUAGE));

  private FaqTable() {}

  /// The rows, or nothing when the first line names no question or no answer.
  static Optional<List<FaqRow>> rows(List<TableLine> lines) {
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    Map<Column, Integer> columns = columns(lines.getFirst());
    if (!columns.containsKey(Column.QUESTION) || !columns.containsKey(Column.ANSWER)) {
      return Optional.empty();
    }
    List<FaqRow> rows = new ArrayList<>();
    for (TableLine line : lines.subList(1, lines.size())) {
      if (!line.isBlank()) {
        rows.add(
            new FaqRow(
                line.line(),
                cell(line, columns, Column.ID),
                cell(line, columns, Column.QUESTION),
                cell(line, columns, Column.ANSWER),
                cell(line, columns, Column.URL),
                cell(line, columns, Column.LANGUAGE)));
      }
    }
    return Optional.of(rows);
  }

  private static Map<Column, Integer> columns(TableLine head) {
    Map<Column, Integer> columns = new EnumMap<>(Column.class);
    for (int i = 0; i < head.cells().size(); i++) {
      Column column = NAMES.get(Folding.fold(head.cell(i)));
      if (column != null) {
        columns.putIfAbsent(column, i);
      }
    }
    return columns;
  }

  private static String cell(TableLine line, Map<Column, Integer> columns, Column column) {
    return line.cell(columns.getOrDefault(column, -1));
  }
}
