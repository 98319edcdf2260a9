package cz.okenko.knowledge.content;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// YAML text with its file name; `firstLine` is the number of its first line in that file. Only the
/// tree of nodes is used: nothing in a file can make an object.
record YamlFile(String name, String text, int firstLine, Faults faults) {

  /// The mapping the file consists of, or null after reporting why there is none.
  @Nullable YamlMap map() {
    Node root = root();
    if (root instanceof MappingNode mapping) {
      return new YamlMap(this, mapping);
    }
    if (root != null) {
      fault(line(root), "must consist of keys and values");
    }
    return null;
  }

  /// The mappings of the list the file consists of.
  List<YamlMap> maps() {
    Node root = root();
    if (!(root instanceof SequenceNode sequence)) {
      if (root != null) {
        fault(line(root), "must be a list");
      }
      return List.of();
    }
    List<YamlMap> maps = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      if (item instanceof MappingNode mapping) {
        maps.add(new YamlMap(this, mapping));
      } else {
        fault(line(item), "every item must have keys");
      }
    }
    return maps;
  }

  int line(Node node) {
    return firstLine + node.getStartMark().getLine();
  }

  void fault(int line, String reason) {
    faults.add(name, line, reason);
  }

  private @Nullable Node root() {
    try {
      Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
      if (root == null) {
        fault(0, "is empty");
      }
      return root;
    } catch (MarkedYAMLException e) {
      int at = e.getProblemMark() == null ? 0 : firstLine + e.getProblemMark().getLine();
      fault(at, "not readable: " + e.getProblem());
    } catch (YAMLException e) {
      fault(0, "not readable: " + e.getMessage());
    }
    return null;
  }
}
