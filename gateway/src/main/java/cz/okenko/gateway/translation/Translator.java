package cz.okenko.gateway.translation;

/// Says a text in another language. Safe for any thread.
interface Translator {

  Said translate(String text, String from, String to);

  /// What came of it.
  sealed interface Said {
    record Translated(String text) implements Said {}

    record Refused(Reason reason) implements Said {}
  }

  /// Why there is no translation.
  enum Reason {
    /// Longer than the office lets texts go out.
    TOO_LONG,
    /// It does not know one of the languages.
    LANGUAGE,
    /// It has too much to do.
    BUSY,
    /// It does not take the office's key.
    KEY,
    /// It does not answer, not in time, or nonsense.
    UNREACHABLE
  }
}
