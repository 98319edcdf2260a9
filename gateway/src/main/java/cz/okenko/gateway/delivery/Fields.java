package cz.okenko.gateway.delivery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// Lists of short texts in one column: a line each, fields apart by tabs. Tabs and line breaks
/// inside a field become spaces.
public final class Fields {
  private static final Pattern BREAKS = Pattern.compile("[\\t\\n\\r]+");

  private Fields() {}

  public static String write(List<List<String>> lines) {
    var column = new StringBuilder();
    for (List<String> line : lines) {
      String apart = column.isEmpty() ? "" : "\n";
      for (String field : line) {
        column.append(apart).append(isPlain(field) ? field : BREAKS.matcher(field).replaceAll(" "));
        apart = "\t";
      }
    }
    return column.toString();
  }

  /// Whether every field comes back as it is.
  public static boolean arePlain(List<List<String>> lines) {
    return lines.stream().allMatch(line -> line.stream().allMatch(Fields::isPlain));
  }

  public static List<List<String>> read(String column) {
    var lines = new ArrayList<List<String>>();
    if (!column.isEmpty()) {
      for (String line : column.split("\n", -1)) {
        lines.add(Arrays.asList(line.split("\t", -1)));
      }
    }
    return lines;
  }

  private static boolean isPlain(String field) {
    return field.indexOf('\t') < 0 && field.indexOf('\n') < 0 && field.indexOf('\r') < 0;
  }
}
