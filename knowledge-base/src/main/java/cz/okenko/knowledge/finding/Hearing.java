package cz.okenko.knowledge.finding;

import cz.okenko.knowledge.content.Said;
import cz.okenko.knowledge.finding.Rules.Ruling;
import java.util.List;
import java.util.Optional;

/// A text whose meaning is known, as heard by an ear that had not learned it.
///
/// @param meaning of a sentence; nothing else than a matter otherwise
/// @param where the list it stands in
/// @param language a code
/// @param fold the part of all texts it was left out with
/// @param ruled what the rules say; empty when nothing
/// @param otherwise what would be answered if nothing were heard
record Hearing(
    Said.Meaning meaning,
    String where,
    String language,
    int fold,
    List<Ruling> ruled,
    Decision.Outcome otherwise,
    List<Ear.Hint> hints) {

  Hearing {
    ruled = List.copyOf(ruled);
    hints = List.copyOf(hints);
  }

  /// Whether it is a matter of people in danger themselves, where a number for help harms nobody.
  boolean isAlarming() {
    return where.equals(Trials.OF_DANGER);
  }

  /// Whether nobody loses an answer by whatever is heard.
  boolean isUnknown() {
    return otherwise == Decision.Outcome.UNKNOWN;
  }

  /// What it comes to by rule and ear.
  Optional<Ruling> told(Weights weights) {
    return ruled.stream()
        .findFirst()
        .or(
        () ->
            hints.stream()
                .filter(hint -> weights.isHeard(hint, isUnknown()))
                .map(Ear.Hint::ruling)
                .findFirst());
  }
}
