package cz.okenko.knowledge.finding;

import cz.okenko.knowledge.Language;
import java.util.Set;

/// A question with the articles that answer it; none when no article does. `topic` names the matter
/// of a question that no article answers, and is empty otherwise.
public record LabelledQuestion(
    String id, Language language, String style, String text, Set<String> articles, String topic) {

  public LabelledQuestion {
    articles = Set.copyOf(articles);
  }

  /// Whether no article answers it.
  public boolean isOutside() {
    return articles.isEmpty();
  }
}
