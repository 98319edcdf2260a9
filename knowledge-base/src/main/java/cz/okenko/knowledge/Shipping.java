package cz.okenko.knowledge;

import cz.okenko.knowledge.content.ContentFiles;
import cz.okenko.knowledge.content.ContentReader;
import cz.okenko.knowledge.content.ContentSet;
import cz.okenko.knowledge.content.FaqFile;
import cz.okenko.knowledge.store.Database;
import cz.okenko.knowledge.store.Facts;
import cz.okenko.knowledge.store.Revisions;
import cz.okenko.knowledge.store.Shipments;
import cz.okenko.knowledge.store.TextKey;
import cz.okenko.knowledge.text.Fingerprint;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Loads the content of a source into the database, checked whole. What was loaded before is known
/// by a hash of its files and not read a second time, which is most of what a start would cost.
final class Shipping {

  private final KnowledgeSettings settings;
  private final Database database;
  private final Revisions revisions;
  private final Facts facts = new Facts();
  private final Shipments shipments = new Shipments();

  Shipping(KnowledgeSettings settings, Database database, InstantSource clock) {
    this.settings = settings;
    this.database = database;
    this.revisions = new Revisions(clock);
  }

  /// Makes the database hold the content as revisions, never over an office's own edits, and gives
  /// the lists beside the articles: those themselves stand in the database from then on.
  ///
  /// @throws ContentException with all faults, when the content is broken; then nothing was loaded
  ContentSet load() {
    Map<String, String> files = ContentFiles.of(settings.content());
    Set<String> settled =
        settings.localFacts().stream().map(Fact::key).collect(Collectors.toSet());
    String fingerprint = fingerprint(files, settled);
    if (database.read(shipments::last).filter(fingerprint::equals).isPresent()) {
      files.keySet().removeIf(name -> !ContentReader.isList(name));
      return ContentReader.storedLists(files);
    }
    ContentSet content = ContentReader.read(files, settled);
    database.write(
        handle -> {
          revisions.ship(handle, sources(content));
          facts.ship(handle, content.facts());
          shipments.record(handle, fingerprint);
          return true;
        });
    return content.lists();
  }

  /// Of everything that decides whether the content is right and what it puts into the database.
  private static String fingerprint(Map<String, String> files, Set<String> settled) {
    Fingerprint print = new Fingerprint().with(new TreeSet<>(settled).toString());
    files.forEach((name, text) -> print.with(name + "\n" + text.length() + "\n").with(text));
    return print.digits();
  }

  private static Map<TextKey, String> sources(ContentSet content) {
    Map<TextKey, String> sources = new HashMap<>();
    content
        .articles()
        .forEach(t -> sources.put(new TextKey(t.article().slug(), Variant.CS), t.source()));
    content
        .translations()
        .forEach(
            t ->
                sources.put(
                    new TextKey(t.translation().slug(), t.translation().variant()), t.source()));
    content
        .faqs()
        .forEach(faq -> sources.put(new TextKey(faq.slug(), Variant.FAQ), FaqFile.write(faq)));
    return sources;
  }
}
