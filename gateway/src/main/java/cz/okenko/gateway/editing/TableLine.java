package cz.okenko.gateway.editing;

import java.util.List;

/// One record of a table: the line of the file where it begins, counted from 1, and its cells.
public record TableLine(int line, List<String> cells) {

  public TableLine {
    cells = List.copyOf(cells);
  }

  /// A cell, or nothing where the record is shorter.
  public String cell(int column) {
    return column >= 0 && column < cells.size() ? cells.get(column).strip() : "";
  }

  boolean isBlank() {
    return cells.stream().allMatch(String::isBlank);
  }
}
