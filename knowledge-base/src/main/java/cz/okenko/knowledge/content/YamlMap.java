package cz.okenko.knowledge.content;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// A YAML mapping that reports what is missing or malformed with its line. Values that are faulty
/// come back as harmless stand-ins, since the whole content is refused anyway.
final class YamlMap {

  private static final URI NOWHERE = URI.create("");

  private final YamlFile file;
  private final int line;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();

  YamlMap(YamlFile file, MappingNode node) {
    this.file = file;
    this.line = file.line(node);
    for (NodeTuple tuple : node.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
      int keyLine = file.line(tuple.getKeyNode());
      if (key.isEmpty()) {
        file.fault(keyLine, "a key must be plain text");
      } else if (values.putIfAbsent(key, tuple.getValueNode()) != null) {
        file.fault(keyLine, "key " + key + " occurs twice");
      } else {
        lines.put(key, keyLine);
      }
    }
  }

  Set<String> keys() {
    return values.keySet();
  }

  int line() {
    return line;
  }

  int line(String key) {
    return lines.getOrDefault(key, line);
  }

  void refuse(String key, String reason) {
    file.fault(line(key), reason);
  }

  void refuseOthersThan(Set<String> known) {
    lines.forEach(
        (key, keyLine) -> {
          if (!known.contains(key)) {
            file.fault(keyLine, "unknown key " + key);
          }
        });
  }

  String text(String key) {
    String text = optionalText(key);
    if (text.isEmpty()) {
      file.fault(line(key), values.containsKey(key) ? key + " is empty" : "missing " + key);
    }
    return text;
  }

  String optionalText(String key) {
    Node node = values.get(key);
    if (node == null) {
      return "";
    }
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue().strip();
    }
    file.fault(line(key), key + " must be a text");
    return "";
  }

  List<Mark> texts(String key) {
    List<Mark> texts = new ArrayList<>();
    for (Node item : items(key)) {
      if (item instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
        texts.add(new Mark(scalar.getValue().strip(), file.name(), file.line(item)));
      } else {
        file.fault(file.line(item), "every item of " + key + " must be a text");
      }
    }
    return texts;
  }

  List<YamlMap> maps(String key) {
    List<YamlMap> maps = new ArrayList<>();
    for (Node item : items(key)) {
      if (item instanceof MappingNode mapping) {
        maps.add(new YamlMap(file, mapping));
      } else {
        file.fault(file.line(item), "every item of " + key + " must have keys");
      }
    }
    return maps;
  }

  @Nullable YamlMap map(String key) {
    if (values.get(key) instanceof MappingNode mapping) {
      return new YamlMap(file, mapping);
    }
    file.fault(line(key), values.containsKey(key) ? key + " must have keys" : "missing " + key);
    return null;
  }

  LocalDate date(String key) {
    return optionalDate(key, text(key), LocalDate.EPOCH);
  }

  LocalDate optionalDate(String key, String text, LocalDate otherwise) {
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      file.fault(line(key), key + " is not a day like 2027-06-30: " + text);
      return otherwise;
    }
  }

  URI https(String key) {
    String text = text(key);
    if (text.isEmpty()) {
      return NOWHERE;
    }
    try {
      URI uri = new URI(text);
      if ("https".equals(uri.getScheme()) && uri.getHost() != null) {
        return uri;
      }
      file.fault(line(key), key + " is not an https address: " + text);
    } catch (URISyntaxException e) {
      file.fault(line(key), key + " is not an address: " + text);
    }
    return NOWHERE;
  }

  private List<Node> items(String key) {
    Node node = values.get(key);
    if (node == null) {
      file.fault(line, "missing " + key);
      return List.of();
    }
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    if (node instanceof ScalarNode scalar && scalar.getValue().isBlank()) {
      return List.of();
    }
    file.fault(line(key), key + " must be a list");
    return List.of();
  }
}
