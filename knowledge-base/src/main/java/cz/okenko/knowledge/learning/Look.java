package cz.okenko.knowledge.learning;

/// What of a text a classifier looks at.
public enum Look {
  /// What it is about: informative words by their stems, beginnings and concepts, and n-grams.
  SUBJECT,
  /// How it is said: every word, even the smallest, the words in a row, the stems in a row, and
  /// n-grams.
  TONE
}
