package cz.okenko.knowledge;

/// What a citizen asked: the text as written (any text at all), the language it is believed to be
/// in, and what the conversation was about before. Of a longer text the first [#LONGEST_TEXT]
/// characters are asked.
public record Question(String text, Language language, Context context) {

  /// In characters (UTF-16 units). Nobody asks more; a mail may hold much more.
  public static final int LONGEST_TEXT = 4_000;

  public Question {
    text = text.length() > LONGEST_TEXT ? text.substring(0, end(text)) : text;
  }

  /// What the conversation was about when the question was asked.
  public sealed interface Context {

    /// Nothing was talked about yet.
    record Fresh() implements Context {}

    /// The last answer came from this article; a question without a subject of its own means it.
    record About(Slug slug) implements Context {}
  }

  /// A question asked out of the blue.
  public static Question fresh(String text, Language language) {
    return new Question(text, language, new Context.Fresh());
  }

  /// A question asked while an article is being talked about.
  public static Question about(Slug slug, String text, Language language) {
    return new Question(text, language, new Context.About(slug));
  }

  /// Not between the halves of a character.
  private static int end(String text) {
    return Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1))
        ? LONGEST_TEXT - 1
        : LONGEST_TEXT;
  }
}
