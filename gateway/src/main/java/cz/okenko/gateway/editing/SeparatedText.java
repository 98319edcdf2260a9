package cz.okenko.gateway.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads tables written as text: cells separated by a tab, a semicolon or a comma, whichever the
/// first line has outside quotes. Quoted cells may have line breaks. Unlike the usual readers this
/// one goes on behind a record that is broken, because the rest of the list is wanted all the same.
public final class SeparatedText {
  private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"]|\"\")*\"");
  private static final int MOST_BROKEN = 100;
  private static final char QUOTE = '"';

  private final String text;
  private final char separator;
  private final List<TableLine> lines = new ArrayList<>();
  private final List<Refusal> broken = new ArrayList<>();
  private int at;
  private int line = 1;

  private SeparatedText(String text, char separator) {
    this.text = text;
    this.separator = separator;
  }

  /// What could be read, and the records that could not.
  public record Table(List<TableLine> lines, List<Refusal> broken) {
    public Table {
      lines = List.copyOf(lines);
      broken = List.copyOf(broken);
    }
  }

  /// Reads a whole table.
  public static Table read(String text) throws UnreadableFileException {
    String unix = text.replace("\r\n", "\n").replace('\r', '\n');
    String head = unix.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    char separator = separator(head);
    if (separator == '\t' && isPlain(unix, head)) {
      return new Table(plain(unix), List.of());
    }
    return new SeparatedText(unix, separator).table();
  }

  private static char separator(String head) {
    String bare = QUOTED.matcher(head).replaceAll("");
    if (bare.indexOf('\t') >= 0) {
      return '\t';
    }
    return count(bare, ';') >= count(bare, ',') ? ';' : ',';
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  /// In a table whose every line is a whole record, quotation marks are text: `"Kafe" po práci`.
  private static boolean isPlain(String text, String head) {
    long tabs = count(head, '\t');
    return text.lines()
        .filter(line -> !line.isBlank())
        .allMatch(
            line ->
                count(line, '\t') == tabs
                    || (count(line, '\t') < tabs && count(line, QUOTE) % 2 == 0));
  }

  private static List<TableLine> plain(String text) {
    List<TableLine> lines = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (!line.isBlank()) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.split("\t", -1)) {
          cells.add(unquoted(cell));
        }
        lines.add(new TableLine(number, cells));
      }
    }
    return lines;
  }

  private static String unquoted(String cell) {
    return QUOTED.matcher(cell).matches()
        ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"")
        : cell;
  }

  private Table table() throws UnreadableFileException {
    while (at < text.length()) {
      int start = at;
      int startLine = line;
      List<String> cells = record();
      if (cells.isEmpty()) {
        broken.add(new Refusal(startLine, "a quotation mark begins a cell that does not end"));
        if (broken.size() > MOST_BROKEN) {
          throw new UnreadableFileException("more than 100 rows have a lone quotation mark");
        }
        int end = text.indexOf('\n', start);
        at = end < 0 ? text.length() : end + 1;
        line = startLine + 1;
      } else {
        lines.add(new TableLine(startLine, cells));
      }
    }
    return new Table(lines.stream().filter(one -> !one.isBlank()).toList(), broken);
  }

  /// The cells up to the end of the record; none when a quoted cell does not end.
  private List<String> record() {
    List<String> cells = new ArrayList<>();
    var cell = new StringBuilder();
    while (true) {
      if (at < text.length() && text.charAt(at) == QUOTE && cell.isEmpty() && !quoted(cell)) {
        return List.of();
      }
      if (at >= text.length() || text.charAt(at) == '\n') {
        cells.add(cell.toString());
        at++;
        line++;
        return cells;
      }
      char c = text.charAt(at);
      if (c == separator) {
        cells.add(cell.toString());
        cell.setLength(0);
        at++;
      } else if (c != QUOTE || !cell.isEmpty()) {
        cell.append(c);
        at++;
      }
    }
  }

  /// Takes a quoted part into the cell; says no when it has no end.
  private boolean quoted(StringBuilder cell) {
    at++;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == QUOTE && at + 1 < text.length() && text.charAt(at + 1) == QUOTE) {
        cell.append(QUOTE);
        at += 2;
      } else if (c == QUOTE) {
        at++;
        return true;
      } else {
        cell.append(c);
        at++;
        if (c == '\n') {
          line++;
        }
      }
    }
    return false;
  }
}
