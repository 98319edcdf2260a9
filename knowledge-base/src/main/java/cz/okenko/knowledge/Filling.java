package cz.okenko.knowledge;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Puts facts into texts in one language on one day, and remembers which. A fact out of its
/// validity is never stated as if it held.
final class Filling {

  private static final Pattern FACT = Pattern.compile("\\{fact:([^{}]*)}");

  private final Map<String, Fact> facts;
  private final Sayings sayings;
  private final Language language;
  private final LocalDate today;
  private final Map<String, Fact> used = new LinkedHashMap<>();

  Filling(Map<String, Fact> facts, Sayings sayings, Language language, LocalDate today) {
    this.facts = facts;
    this.sayings = sayings;
    this.language = language;
    this.today = today;
  }

  /// The text with the facts in it; an unknown one becomes three dots.
  String fill(String template) {
    return FACT.matcher(template)
        .replaceAll(match -> Matcher.quoteReplacement(filled(facts.get(match.group(1)))));
  }

  /// The facts filled in so far, in the order of their first use.
  List<Fact> used() {
    return List.copyOf(used.values());
  }

  /// One sentence or two about what is uncertain in all that was filled in; empty when nothing is.
  /// `outdated` says that nobody looked after the article in time, `checked` when somebody did.
  String caution(boolean outdated, LocalDate checked) {
    Sentences sentences = Sentences.in(language);
    boolean moved = used.values().stream().anyMatch(fact -> !fact.isInForce(today));
    List<Fact> unsure =
        used.values().stream()
            .filter(fact -> fact.isInForce(today) && (outdated || !fact.confirmed()))
            .toList();
    LocalDate oldest =
        unsure.stream().map(Fact::checked).min(LocalDate::compareTo).orElse(checked);
    String second = "";
    if (outdated) {
      second = sentences.filled(sentences.notReviewed(), "", oldest);
    } else if (unsure.size() == 1) {
      String value = sayings.said(unsure.getFirst(), language);
      second = sentences.filled(sentences.oneUnsure(), value, oldest);
    } else if (!unsure.isEmpty()) {
      second = sentences.filled(sentences.severalUnsure(), "", oldest);
    }
    return moved ? (sentences.changed() + " " + second).strip() : second;
  }

  private String filled(@Nullable Fact fact) {
    if (fact == null) {
      return "…";
    }
    used.put(fact.key(), fact);
    String value = sayings.said(fact, language);
    Sentences sentences = Sentences.in(language);
    if (today.isAfter(fact.validTo())) {
      return sentences.filled(sentences.expired(), value, fact.validTo());
    }
    if (today.isBefore(fact.validFrom())) {
      return sentences.filled(sentences.early(), value, fact.validFrom());
    }
    return value;
  }

  /// The facts a text names.
  static List<String> keys(String template) {
    return FACT.matcher(template).results().map(match -> match.group(1)).distinct().toList();
  }
}
