package cz.okenko.knowledge;

import cz.okenko.knowledge.content.LifeSituation;
import java.time.LocalDate;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// The passages of one day, each put together when it is first asked for. Facts come into force and
/// run out at midnight, so the next day begins with none. Safe for many threads.
final class Passages {

  private final Composing composing;
  private volatile Day day = new Day(LocalDate.MIN, new ConcurrentHashMap<>());

  private record Part(Slug slug, long revision, Aspect aspect) {}

  private record Day(LocalDate date, ConcurrentMap<Part, Passage> passages) {}

  Passages(Composing composing) {
    this.composing = composing;
  }

  Passage of(LifeSituation article, long revision, Aspect aspect, LocalDate today) {
    Day now = day;
    if (!now.date.equals(today)) {
      now = new Day(today, new ConcurrentHashMap<>());
      day = now;
    }
    return now.passages.computeIfAbsent(
        new Part(article.slug(), revision, aspect),
        part -> composing.passage(article, revision, aspect, today));
  }
}
