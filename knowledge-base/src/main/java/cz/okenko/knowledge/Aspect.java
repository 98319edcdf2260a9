package cz.okenko.knowledge;

import cz.okenko.knowledge.finding.AspectDetection;
import cz.okenko.knowledge.text.FoldedText;
import java.util.Locale;
import java.util.Optional;

/// What about a matter the citizen wants to know. [#GENERAL] means the whole matter. [#FORM], where
/// the form is, has no section of its own: it is answered with the links and with how to proceed.
public enum Aspect {
  GENERAL,
  FEE,
  DOCUMENTS,
  WHERE,
  WHEN,
  HOW_LONG,
  HOW,
  WHO,
  FORM,
  APPEAL;

  private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /// The name used in article files and on the wire, for example `how-long`.
  public String code() {
    return code;
  }

  /// The aspect with this code, or empty.
  public static Optional<Aspect> of(String code) {
    for (Aspect aspect : values()) {
      if (aspect.code.equals(code)) {
        return Optional.of(aspect);
      }
    }
    return Optional.empty();
  }

  /// What a question asks about its matter, from the wording alone.
  public static Aspect askedIn(String text) {
    return Detection.ONE.of(FoldedText.of(text));
  }

  /// Made when first needed.
  private static final class Detection {
    static final AspectDetection ONE = new AspectDetection();
  }
}
