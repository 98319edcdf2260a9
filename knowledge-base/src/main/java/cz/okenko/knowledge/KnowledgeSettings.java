package cz.okenko.knowledge;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What a knowledge base is opened with. `indexFolder` holds the derived index and may be deleted
/// at any time; `localFacts` override shipped facts by key, and `sayings` are their values in other
/// languages by key, where the shapes of `values.yaml` cannot know them.
public record KnowledgeSettings(
    ContentSource content,
    Path indexFolder,
    List<Fact> localFacts,
    Map<Language, Map<String, String>> sayings) {

  public KnowledgeSettings {
    localFacts = List.copyOf(localFacts);
    sayings = Map.copyOf(sayings);
  }

  /// Settings whose facts are said in Czech only.
  public KnowledgeSettings(ContentSource content, Path indexFolder, List<Fact> localFacts) {
    this(content, indexFolder, localFacts, Map.of());
  }
}
