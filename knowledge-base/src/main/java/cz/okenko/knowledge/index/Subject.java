package cz.okenko.knowledge.index;

import java.util.List;

/// Something a question can be about: an article (`situation`) or a neighbouring matter.
public record Subject(
    String id,
    boolean situation,
    String title,
    List<String> terms,
    List<String> phrases,
    String body) {

  public Subject {
    terms = List.copyOf(terms);
    phrases = List.copyOf(phrases);
  }
}
