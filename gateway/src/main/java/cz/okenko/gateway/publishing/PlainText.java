package cz.okenko.gateway.publishing;

import java.util.regex.Pattern;

/// Markdown without its marks, for machines that want sentences.
final class PlainText {
  private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]\\n]+)]\\([^()\\s]*\\)");
  private static final Pattern MARK = Pattern.compile("\\*\\*|(?m)^\\s*(?:[-*]|\\d{1,3}[.)])\\s+");

  private PlainText() {}

  static String of(String markdown) {
    String words = LINK.matcher(markdown).replaceAll("$1");
    return MARK.matcher(words).replaceAll("").replaceAll("\\s+", " ").strip();
  }

  /// The first sentence, which in every section says the most important.
  static String lead(String markdown) {
    String first = markdown.strip().split("\\n\\s*\\n", 2)[0];
    return of(first);
  }
}
