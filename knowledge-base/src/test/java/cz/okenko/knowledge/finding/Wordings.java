package cz.okenko.knowledge.finding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/// Lists of what people write and what it is, one `expected | text` a line.
public final class Wordings {

  private final String name;
  private final List<Line> lines;

  private record Line(String expected, String text) {}

  private Wordings(String name, List<Line> lines) {
    this.name = name;
    this.lines = lines;
  }

  /// The list of this name in the folder `wordings`.
  public static Wordings read(String name) {
    var stream =
        Objects.requireNonNull(Wordings.class.getResourceAsStream("/wordings/" + name), name);
    List<Line> lines = new ArrayList<>();
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line : reader.lines().toList()) {
        int bar = line.indexOf('|');
        if (bar > 0 && !line.startsWith("#")) {
          lines.add(new Line(line.substring(0, bar).strip(), line.substring(bar + 1).strip()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Wordings(name, lines);
  }

  /// How many lines there are.
  public int size() {
    return lines.size();
  }

  /// The lines told otherwise than expected, each with what it was told to be; prints the share.
  public List<String> misses(Function<String, String> told) {
    return misses((expected, text) -> told.apply(text));
  }

  /// The same, where what is expected takes part in telling.
  public List<String> misses(BinaryOperator<String> told) {
    List<String> misses = new ArrayList<>();
    for (Line line : lines) {
      String got = told.apply(line.expected(), line.text());
      if (!got.equals(line.expected())) {
        misses.add(line.expected() + ", not " + got + ": " + line.text());
      }
    }
    System.err.printf(
        Locale.ROOT, "%s: %d of %d%n", name, lines.size() - misses.size(), lines.size());
    return misses;
  }
}
