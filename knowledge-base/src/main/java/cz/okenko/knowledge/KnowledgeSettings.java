package cz.okenko.knowledge;

import java.nio.file.Path;
import java.util.List;

/// What a knowledge base is opened with. `indexFolder` holds the derived index and may be deleted
/// at any time; `localFacts` override shipped facts by key.
public record KnowledgeSettings(ContentSource content, Path indexFolder, List<Fact> localFacts) {

  public KnowledgeSettings {
    localFacts = List.copyOf(localFacts);
  }
}
