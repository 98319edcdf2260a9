package cz.okenko.gateway.settings;

import java.util.List;
import java.util.Map;

/// A part of a YAML file that remembers its line (counted from 1).
sealed interface YamlNode {
  int line();

  /// What kind of node this is, as the operator would say it.
  String kind();

  record Scalar(int line, String text) implements YamlNode {
    @Override
    public String kind() {
      return "a single value";
    }
  }

  record Items(int line, List<YamlNode> items) implements YamlNode {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /// The map keeps the order of the file.
  record Entries(int line, Map<String, YamlNode> entries) implements YamlNode {
    @Override
    public String kind() {
      return "a group of keys";
    }
  }
}
