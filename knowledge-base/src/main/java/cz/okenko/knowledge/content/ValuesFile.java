package cz.okenko.knowledge.content;

import java.util.LinkedHashMap;
import java.util.Map;

/// Reads `values.yaml` of a language: how values of facts are said in it, by their Czech shape.
final class ValuesFile {

  private ValuesFile() {}

  static Map<String, String> read(String name, String text, Faults faults) {
    YamlMap root = new YamlFile(name, text, 1, faults).map();
    Map<String, String> sayings = new LinkedHashMap<>();
    if (root == null) {
      return sayings;
    }
    for (String shape : root.keys()) {
      String saying = root.text(shape);
      if (places(shape) != places(saying)) {
        root.refuse(shape, "%s has another number of # than %s".formatted(saying, shape));
      }
      sayings.put(shape, saying);
    }
    return sayings;
  }

  private static long places(String text) {
    return text.chars().filter(c -> c == '#').count();
  }
}
