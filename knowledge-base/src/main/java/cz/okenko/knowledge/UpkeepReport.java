package cz.okenko.knowledge;

import cz.okenko.knowledge.Upkeep.Due;
import cz.okenko.knowledge.Upkeep.Item;
import cz.okenko.knowledge.content.ContentFiles;
import cz.okenko.knowledge.content.ContentReader;
import cz.okenko.knowledge.content.ContentSet;
import cz.okenko.knowledge.store.Answered;
import cz.okenko.knowledge.store.Database;
import cz.okenko.knowledge.store.Facts;
import cz.okenko.knowledge.store.PublishedText;
import cz.okenko.knowledge.store.Revisions;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What is to be done about a whole content, told without building an index. `texts` counts the
/// articles of each variant, `facts` and `unconfirmed` the facts.
public record UpkeepReport(
    List<Item> items, Map<Variant, Integer> texts, int facts, int unconfirmed) {

  /// Articles that answered in so many days count as asked.
  private static final int TRAFFIC_DAYS = 90;

  public UpkeepReport {
    items = List.copyOf(items);
    texts = Map.copyOf(texts);
  }

  /// Reads the content files and looks through them.
  ///
  /// @throws ContentException with all faults, when the content is broken
  public static UpkeepReport ofFiles(KnowledgeSettings settings, LocalDate today) {
    Set<String> settled = settled(settings);
    ContentSet content = ContentReader.read(ContentFiles.of(settings.content()), settled);
    Library library = Library.of(content, settings.localFacts());
    Sayings sayings = new Sayings(content.values(), settings.sayings());
    Map<Variant, Integer> texts = new EnumMap<>(Variant.class);
    for (Entry entry : library.entries()) {
      texts.merge(entry.base().variant(), 1, Integer::sum);
      entry.translations().keySet().forEach(variant -> texts.merge(variant, 1, Integer::sum));
    }
    int unconfirmed = (int) content.facts().stream().filter(fact -> !fact.confirmed()).count();
    return new UpkeepReport(
        new Upkeep(library, sayings, settled, today).items(),
        texts,
        content.facts().size(),
        unconfirmed);
  }

  /// What is due in a database, the articles that answered most in the last 90 days first.
  public static List<Due> due(
      KnowledgeSettings settings, Database database, InstantSource clock) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    List<PublishedText> texts = database.read(new Revisions(clock)::published);
    List<Fact> facts = new ArrayList<>(database.read(new Facts()::all));
    facts.addAll(settings.localFacts());
    Answered answered = new Answered();
    return new Upkeep(
            Library.of(texts, facts),
            new Sayings(Map.of(), settings.sayings()),
            settled(settings),
            today)
        .due(database.read(handle -> answered.since(handle, today.minusDays(TRAFFIC_DAYS))));
  }

  private static Set<String> settled(KnowledgeSettings settings) {
    return settings.localFacts().stream().map(Fact::key).collect(Collectors.toSet());
  }
}
