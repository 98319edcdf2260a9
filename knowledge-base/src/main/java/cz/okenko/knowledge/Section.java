package cz.okenko.knowledge;

import java.util.Locale;
import java.util.Optional;

/// The parts of an article, in the order in which files must have them.
public enum Section {
  ANSWER,
  FEE,
  DOCUMENTS,
  WHERE,
  WHEN,
  HOW_LONG,
  HOW,
  WHO,
  APPEAL,
  ALSO;

  private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /// The heading in article files, for example `how-long`.
  public String code() {
    return code;
  }

  /// The section with this heading, or empty.
  public static Optional<Section> of(String code) {
    for (Section section : values()) {
      if (section.code.equals(code)) {
        return Optional.of(section);
      }
    }
    return Optional.empty();
  }
}
