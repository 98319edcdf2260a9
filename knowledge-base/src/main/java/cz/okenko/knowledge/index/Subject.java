package cz.okenko.knowledge.index;

import cz.okenko.knowledge.Language;
import java.util.List;

/// Something a question can be about, by what is known of it in each language; the first text is
/// that of its own language.
public record Subject(String id, Kind kind, List<Text> texts) {

  public Subject {
    texts = List.copyOf(texts);
    if (texts.isEmpty()) {
      throw new IllegalArgumentException("subject " + id + " has no text");
    }
  }

  /// What it is to the office.
  public enum Kind {
    /// An article.
    SITUATION,
    /// A matter of another authority, with where to turn.
    NEIGHBOUR,
    /// A matter nobody here can say anything about.
    OUTSIDE
  }

  /// What is known in one language. `terms` are words people use for it, `phrases` whole sentences
  /// they write; any of them may be empty.
  public record Text(
      Language language, String title, List<String> terms, List<String> phrases, String body) {

    public Text {
      terms = List.copyOf(terms);
      phrases = List.copyOf(phrases);
    }

    /// Phrases alone, as people write them in that language about something described in another.
    public static Text ofPhrases(Language language, List<String> phrases) {
      return new Text(language, "", List.of(), phrases, "");
    }
  }

  /// Whether it is an article.
  public boolean situation() {
    return kind == Kind.SITUATION;
  }

  /// Whether nobody wrote down how people ask about it; only its own text tells.
  public boolean bare() {
    return texts.stream().allMatch(text -> text.phrases().isEmpty() && text.terms().isEmpty());
  }

  /// The title in its own language.
  public String title() {
    return texts.getFirst().title();
  }
}
