package cz.okenko.knowledge.content;

/// Writes texts so that YAML reads them as they were.
final class YamlText {

  private static final int FIRST_PRINTABLE = 0x20;

  private YamlText() {}

  /// The text in double quotes, with everything escaped that would mean something else.
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (isPlain(c)) {
            quoted.append(c);
          } else {
            quoted.append("\\u%04x".formatted((int) c));
          }
        }
      }
    }
    return quoted.append('"').toString();
  }

  private static boolean isPlain(char c) {
    return c >= FIRST_PRINTABLE
        && !(c >= 0x7F && c < 0xA0)
        && c != '\u2028'
        && c != '\u2029'
        && c != '\uFEFF'
        && c < 0xFFFE;
  }
}
