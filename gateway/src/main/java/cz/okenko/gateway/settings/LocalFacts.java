package cz.okenko.gateway.settings;

import cz.okenko.gateway.directory.HoursInWords;
import cz.okenko.gateway.directory.Office;
import cz.okenko.knowledge.Fact;
import cz.okenko.knowledge.Language;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the office's own settings say about it, as facts the articles may use.
final class LocalFacts {
  private static final String HOURS = "urad-hodiny";

  private LocalFacts() {}

  /// Name, hours and contacts of the office, then its own facts, which win.
  static List<Fact> of(Office office, List<Fact> own, HoursInWords hours, LocalDate today) {
    Map<String, String> derived = new LinkedHashMap<>();
    derived.put("urad-nazev", office.name());
    derived.put("urad-adresa", office.contact().address());
    derived.put(HOURS, hours.week(office.calendar().hours(), Language.CS));
    derived.put("urad-telefon", office.contact().phone());
    derived.put("urad-email", office.contact().email());
    derived.put("urad-web", office.contact().web());
    derived.put("urad-datova-schranka", office.contact().dataBox());
    Map<String, Fact> facts = new LinkedHashMap<>();
    derived.forEach(
        (key, value) -> {
          if (!value.isEmpty()) {
            facts.put(key, Fact.local(key, value, today));
          }
        });
    own.forEach(fact -> facts.put(fact.key(), fact));
    return List.copyOf(facts.values());
  }

  /// How those facts are said in other languages, where Czech words would not do.
  static Map<Language, Map<String, String>> sayings(
      Office office, List<Fact> own, HoursInWords hours) {
    Map<Language, Map<String, String>> sayings = new EnumMap<>(Language.class);
    if (own.stream().anyMatch(fact -> fact.key().equals(HOURS))) {
      return sayings;
    }
    for (Language language : Language.values()) {
      sayings.put(language, Map.of(HOURS, hours.week(office.calendar().hours(), language)));
    }
    return sayings;
  }
}
