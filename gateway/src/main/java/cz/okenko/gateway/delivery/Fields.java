package cz.okenko.gateway.delivery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Lists of short texts in one column: a line each, fields apart by tabs. Tabs and line breaks
/// inside a field become spaces.
public final class Fields {
  private static final Pattern BREAKS = Pattern.compile("[\\t\\n\\r]+");

  private Fields() {}

  public static String write(List<List<String>> lines) {
    return lines.stream()
        .map(line -> line.stream().map(Fields::plain).collect(Collectors.joining("\t")))
        .collect(Collectors.joining("\n"));
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

  private static String plain(String field) {
    return BREAKS.matcher(field).replaceAll(" ");
  }
}
