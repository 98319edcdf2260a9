package cz.okenko.knowledge.content;

import java.util.List;

/// Words that mean the same to a citizen. A word with a trailing `*` stands for every word that
/// begins so; an entry may have several words.
public record Concept(String name, List<String> words) {

  public Concept {
    words = List.copyOf(words);
  }
}
