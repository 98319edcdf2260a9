package cz.okenko.knowledge;

import java.net.URI;
import java.time.LocalDate;

/// A claim that can go stale (fee, limit, deadline, address), kept in one place and named by `key`
/// in texts as `{fact:key}`. `statute` and `paragraph` are empty when no law says so; `validTo` is
/// [#OPEN_END] while no end is known; `source` is empty (`URI.create("")`) when there is no page.
public record Fact(
    String key,
    String value,
    String statute,
    String paragraph,
    LocalDate validFrom,
    LocalDate validTo,
    URI source,
    LocalDate checked,
    boolean confirmed) {

  /// The `validTo` of a fact whose end is not known.
  public static final LocalDate OPEN_END = LocalDate.of(9999, 12, 31);

  private static final LocalDate EVER = LocalDate.of(1, 1, 1);

  /// What the office says about itself in its settings (name, address, its own fee); it overrides
  /// the shipped fact of the same key and is taken as confirmed.
  public static Fact local(String key, String value, LocalDate checked) {
    return new Fact(key, value, "", "", EVER, OPEN_END, URI.create(""), checked, true);
  }

  /// Whether the day lies within the fact's validity, whoever confirmed it.
  public boolean isInForce(LocalDate day) {
    return !day.isBefore(validFrom) && !day.isAfter(validTo);
  }

  /// Whether the fact can be stated as true on this day.
  public boolean holds(LocalDate day) {
    return confirmed && isInForce(day);
  }
}
