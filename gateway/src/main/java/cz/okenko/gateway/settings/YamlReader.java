package cz.okenko.gateway.settings;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Turns YAML text into nodes with lines. A file that is no YAML at all, or names a key twice, ends
/// the reading with one fault; everything finer is found later, all at once.
final class YamlReader {
  private static final YAMLFactory YAML =
      YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final int DEEPEST = 20;

  private final Faults faults;

  YamlReader(Faults faults) {
    this.faults = faults;
  }

  /// The top of the file; an empty file is an empty group.
  YamlNode.Entries read(String text) {
    try (JsonParser parser = YAML.createParser(text)) {
      JsonToken first = parser.nextToken();
      if (first == null || first == JsonToken.VALUE_NULL) {
        return new YamlNode.Entries(1, Map.of());
      }
      if (node(parser, DEEPEST) instanceof YamlNode.Entries entries) {
        return entries;
      }
      faults.add(1, "the file must be a group of keys such as “office:”");
    } catch (JsonProcessingException notYaml) {
      faults.add(notYaml.getLocation().getLineNr(), firstLine(notYaml.getOriginalMessage()));
    } catch (IOException neverOnText) {
      throw new UncheckedIOException(neverOnText);
    }
    throw faults.exception();
  }

  private YamlNode node(JsonParser parser, int depth) throws IOException {
    int line = parser.currentTokenLocation().getLineNr();
    if (depth == 0) {
      faults.add(line, "nested too deeply");
      throw faults.exception();
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> new YamlNode.Entries(line, entries(parser, depth - 1));
      case START_ARRAY -> new YamlNode.Items(line, items(parser, depth - 1));
      case VALUE_NULL -> new YamlNode.Scalar(line, "");
      default -> new YamlNode.Scalar(line, parser.getText());
    };
  }

  private Map<String, YamlNode> entries(JsonParser parser, int depth) throws IOException {
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      entries.put(key, node(parser, depth));
    }
    return entries;
  }

  private List<YamlNode> items(JsonParser parser, int depth) throws IOException {
    List<YamlNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(parser, depth));
    }
    return items;
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("this is not YAML");
  }
}
