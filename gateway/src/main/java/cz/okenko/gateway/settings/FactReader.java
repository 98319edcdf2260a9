package cz.okenko.gateway.settings;

import cz.okenko.knowledge.Fact;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Reads the office's own fees, deadlines and contacts, which override the shipped facts by key.
final class FactReader {
  private static final LocalDate EVER = LocalDate.of(1, 1, 1);

  private FactReader() {}

  /// `today` is the day checked of a fact that names none.
  static List<Fact> read(Section facts, LocalDate today) {
    List<Fact> local = new ArrayList<>();
    for (String key : facts.keys()) {
      local.add(fact(key, facts.section(key), today));
    }
    return List.copyOf(local);
  }

  private static Fact fact(String key, Section fact, LocalDate today) {
    return new Fact(
        key,
        fact.text("value"),
        fact.text("statute", ""),
        fact.text("paragraph", ""),
        fact.value("valid-from", EVER, LocalDate::parse),
        fact.value("valid-to", Fact.OPEN_END, LocalDate::parse),
        fact.value("source", URI.create(""), Values::page),
        fact.value("checked", today, LocalDate::parse),
        fact.flag("confirmed", true));
  }
}
