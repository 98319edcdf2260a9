package cz.okenko.knowledge;

import java.time.LocalDate;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// The passages of one day, each put together when it is first asked for. Facts come into force and
/// run out at midnight, so the next day begins with none. Safe for many threads.
final class Passages {

  private final Composing composing;
  private volatile Day day = new Day(LocalDate.MIN, new ConcurrentHashMap<>());

  private record Part(Slug slug, Variant variant, Aspect aspect) {}

  private record Day(LocalDate date, ConcurrentMap<Part, Passage> passages) {}

  Passages(Composing composing) {
    this.composing = composing;
  }

  Passage of(Entry entry, Language language, Aspect aspect, LocalDate today) {
    Day now = day;
    if (!now.date.equals(today)) {
      now = new Day(today, new ConcurrentHashMap<>());
      day = now;
    }
    Variant variant = entry.in(language).variant();
    return now.passages.computeIfAbsent(
        new Part(entry.slug(), variant, aspect),
        part -> composing.passage(entry, variant, aspect, today));
  }
}
