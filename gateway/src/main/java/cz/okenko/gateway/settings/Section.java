package cz.okenko.gateway.settings;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// A group of keys being read. Every key must be asked for at least once; those nobody asked for are
/// reported by {@link #finish}. A value that cannot be used is noted as a fault and reading goes on
/// with the value given for that case.
final class Section {
  private final YamlNode.Entries node;
  private final String path;
  private final Faults faults;
  private final Set<String> known = new LinkedHashSet<>();
  private final List<Section> opened = new ArrayList<>();

  Section(YamlNode.Entries node, String path, Faults faults) {
    this.node = node;
    this.path = path;
    this.faults = faults;
  }

  boolean has(String key) {
    known.add(key);
    return node.entries().containsKey(key);
  }

  Set<String> keys() {
    return node.entries().keySet();
  }

  /// A text that must be there.
  String text(String key) {
    String text = text(key, "");
    if (text.isBlank()) {
      fault(key, "is missing");
    }
    return text;
  }

  String text(String key, String otherwise) {
    return value(key, otherwise, text -> text);
  }

  boolean flag(String key, boolean otherwise) {
    return value(
        key,
        otherwise,
        text ->
            switch (text) {
              case "true" -> true;
              case "false" -> false;
              default -> throw new IllegalArgumentException("must be true or false");
            });
  }

  int number(String key, int otherwise, int least, int most) {
    return value(
        key,
        otherwise,
        text -> {
          int number = Integer.parseInt(text);
          if (number < least || number > most) {
            throw new IllegalArgumentException("must be between " + least + " and " + most);
          }
          return number;
        });
  }

  /// A value the reader makes of the text; its IllegalArgumentException or date fault becomes ours.
  <T> T value(String key, T otherwise, Function<String, T> reader) {
    if (!has(key)) {
      return otherwise;
    }
    if (!(node.entries().get(key) instanceof YamlNode.Scalar scalar)) {
      fault(key, "must be a single value");
      return otherwise;
    }
    return scalar.text().isBlank() ? otherwise : read(key, scalar, otherwise, reader);
  }

  /// A list of single values; what the reader refuses is a fault and left out.
  <T> List<T> values(String key, Function<String, T> reader) {
    List<T> values = new ArrayList<>();
    for (YamlNode item : items(key)) {
      if (item instanceof YamlNode.Scalar scalar) {
        try {
          values.add(reader.apply(scalar.text().strip()));
        } catch (IllegalArgumentException | java.time.DateTimeException refused) {
          faults.add(scalar.line(), name(key) + " “" + scalar.text() + "” " + reason(refused));
        }
      } else {
        faults.add(item.line(), name(key) + " must hold single values, not " + item.kind());
      }
    }
    return List.copyOf(values);
  }

  List<String> texts(String key) {
    return values(key, text -> text);
  }

  /// The group under the key; empty when it is not there.
  Section section(String key) {
    Section section = apart(key);
    opened.add(section);
    return section;
  }

  /// The same, to be finished by whoever reads it.
  Section apart(String key) {
    if (!has(key)) {
      return new Section(new YamlNode.Entries(node.line(), Map.of()), name(key), faults);
    }
    YamlNode child = child(key);
    if (child instanceof YamlNode.Entries entries) {
      return new Section(entries, name(key), faults);
    }
    boolean empty = child instanceof YamlNode.Scalar scalar && scalar.text().isBlank();
    if (!empty) {
      fault(key, "must be a group of keys, not " + child.kind());
    }
    return new Section(new YamlNode.Entries(child.line(), Map.of()), name(key), faults);
  }

  /// A list of groups.
  List<Section> sections(String key) {
    List<Section> sections = new ArrayList<>();
    for (YamlNode item : items(key)) {
      if (item instanceof YamlNode.Entries entries) {
        sections.add(open(entries, name(key)));
      } else {
        faults.add(item.line(), name(key) + " must hold groups of keys, not " + item.kind());
      }
    }
    return List.copyOf(sections);
  }

  void fault(String key, String reason) {
    YamlNode child = node.entries().get(key);
    faults.add(child == null ? node.line() : child.line(), name(key) + " " + reason);
  }

  /// Reports the keys nobody asked for, here and in every group opened from here.
  void finish() {
    for (String key : keys()) {
      if (!known.contains(key)) {
        fault(key, "is not a known key; known here: " + String.join(", ", known));
      }
    }
    opened.forEach(Section::finish);
  }

  private <T> T read(String key, YamlNode.Scalar scalar, T otherwise, Function<String, T> reader) {
    try {
      return reader.apply(scalar.text().strip());
    } catch (IllegalArgumentException | java.time.DateTimeException refused) {
      fault(key, "“" + scalar.text() + "” " + reason(refused));
      return otherwise;
    }
  }

  private static String reason(RuntimeException refused) {
    return switch (refused) {
      case NumberFormatException number -> "is not a whole number";
      case java.time.DateTimeException date -> "is not a date, time or zone that exists";
      default -> String.valueOf(refused.getMessage());
    };
  }

  private List<YamlNode> items(String key) {
    if (!has(key)) {
      return List.of();
    }
    YamlNode child = child(key);
    if (child instanceof YamlNode.Items list) {
      return list.items();
    }
    boolean empty = child instanceof YamlNode.Scalar scalar && scalar.text().isBlank();
    if (!empty) {
      fault(key, "must be a list, not " + child.kind());
    }
    return List.of();
  }

  private YamlNode child(String key) {
    return node.entries().getOrDefault(key, new YamlNode.Scalar(node.line(), ""));
  }

  private Section open(YamlNode.Entries entries, String name) {
    Section section = new Section(entries, name, faults);
    opened.add(section);
    return section;
  }

  private String name(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
