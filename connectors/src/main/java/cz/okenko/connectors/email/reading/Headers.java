package cz.okenko.connectors.email.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The fields at the head of a mail or a part, in their order, unfolded.
public final class Headers {
  /// Far beyond what honest mail has.
  private static final int MOST_FIELDS = 1_000;

  private static final Pattern ID = Pattern.compile("<\\s*([^<>\\s]{1,500})\\s*>");
  private static final int MOST_IDS = 100;

  private final List<Field> fields;

  private Headers(List<Field> fields) {
    this.fields = List.copyOf(fields);
  }

  private record Field(String name, String raw) {}

  /// Reads lines of `Name: value`; what is no field is passed over.
  static Headers of(Bytes head) {
    List<Field> fields = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int at = 0;
    while (at < head.size() && fields.size() < MOST_FIELDS) {
      int end = head.lineEnd(at);
      String text = head.part(at, end).latin().replaceAll("[\\r\\n]+$", "");
      if (text.startsWith(" ") || text.startsWith("\t")) {
        line.append(' ').append(text.strip());
      } else {
        add(line, fields);
        line.append(text);
      }
      at = end;
    }
    add(line, fields);
    return new Headers(fields);
  }

  private static void add(StringBuilder line, List<Field> fields) {
    int colon = line.indexOf(":");
    if (colon > 0) {
      String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      if (!name.contains(" ")) {
        fields.add(new Field(name, line.substring(colon + 1).strip()));
      }
    }
    line.setLength(0);
  }

  public boolean has(String name) {
    return first(name).isPresent();
  }

  /// The first field of that name, each character one byte as it came.
  public Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  /// The same, empty when there is none.
  public String value(String name) {
    return first(name).orElse("");
  }

  public List<String> all(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return fields.stream().filter(f -> f.name().equals(wanted)).map(Field::raw).toList();
  }

  /// Whether any field's name begins so.
  public boolean anyStartsWith(String prefix) {
    return fields.stream().anyMatch(field -> field.name().startsWith(prefix));
  }

  /// The first field of that name as people read it: one line without control characters.
  public String text(String name) {
    return EncodedWords.decode(value(name));
  }

  /// The message ids (RFC 5322 §3.6.4) in all fields of that name, without their brackets.
  public List<String> ids(String name) {
    List<String> ids = new ArrayList<>();
    for (String raw : all(name)) {
      Matcher id = ID.matcher(raw);
      while (id.find() && ids.size() < MOST_IDS) {
        ids.add(id.group(1));
      }
    }
    return ids;
  }
}
