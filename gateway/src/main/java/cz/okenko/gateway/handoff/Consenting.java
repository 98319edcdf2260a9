package cz.okenko.gateway.handoff;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Understands yes and no to a question that must be answered clearly. Only whole messages count: whatever
/// says more than yes or no is for a person to read.
final class Consenting {
  private static final Set<String> YES =
      Set.of(
          "1", "ano", "ano prosim", "ano souhlasim", "souhlasim", "ano predejte to", "yes",
          "yes please", "i agree", "yes pass it on", "ja", "ja bitte", "ja weitergeben",
          "einverstanden", "так", "так будь ласка", "так передаите", "згоден", "згодна");
  private static final Set<String> NO =
      Set.of(
          "2", "ne", "ne dekuji", "nesouhlasim", "ne nesouhlasim", "ne nepredavejte", "no",
          "no thanks", "i do not agree", "no do not", "nein", "nein danke", "nein nicht", "ні",
          "ні дякую", "ні не передаваите", "не згоден", "не згодна");

  private Consenting() {}

  /// True for yes, false for no, empty when it is neither beyond doubt.
  static Optional<Boolean> of(String text) {
    String plain =
        Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^\\p{L}\\d]+", " ")
            .strip();
    if (YES.contains(plain)) {
      return Optional.of(true);
    }
    return NO.contains(plain) ? Optional.of(false) : Optional.empty();
  }
}
