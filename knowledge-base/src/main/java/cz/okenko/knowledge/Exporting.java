package cz.okenko.knowledge;

import cz.okenko.knowledge.content.ContentFiles;
import cz.okenko.knowledge.content.FactsFile;
import cz.okenko.knowledge.store.Database;
import cz.okenko.knowledge.store.Facts;
import cz.okenko.knowledge.store.Lists;
import cz.okenko.knowledge.store.PublishedText;
import cz.okenko.knowledge.store.Revisions;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Writes what is published as content files again, so that a knowledge base opened on them is the
/// same.
final class Exporting {

  private static final String FACTS = "facts.yaml";

  private final Database database;
  private final Revisions revisions;
  private final Facts facts = new Facts();
  private final Lists lists = new Lists();
  private final ContentSource content;

  Exporting(Database database, InstantSource clock, ContentSource content) {
    this.database = database;
    this.revisions = new Revisions(clock);
    this.content = content;
  }

  /// The texts of the files by their names. Articles and facts are those of the database; the lists
  /// are the office's own, and those it has not brought are as they were read.
  Map<String, String> files() {
    Map<String, String> files = new TreeMap<>(ContentFiles.of(content));
    files.putAll(database.read(lists::all));
    files.keySet().removeIf(name -> name.endsWith(".md"));
    List<PublishedText> texts = database.read(revisions::published);
    Set<Slug> originals = new HashSet<>();
    for (PublishedText text : texts) {
      if (!text.key().variant().isTranslation()) {
        originals.add(text.key().slug());
      }
    }
    for (PublishedText text : texts) {
      if (originals.contains(text.key().slug())) {
        files.put(text.key().file(), text.content());
      }
    }
    List<Fact> published = database.read(facts::all);
    if (!FactsFile.says(files.getOrDefault(FACTS, ""), published)) {
      files.put(FACTS, FactsFile.write(published));
    }
    return files;
  }
}
