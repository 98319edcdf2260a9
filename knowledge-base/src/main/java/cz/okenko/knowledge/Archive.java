package cz.okenko.knowledge;

import cz.okenko.knowledge.content.ContentFiles;
import cz.okenko.knowledge.content.FaqFile;
import cz.okenko.knowledge.store.Database;
import cz.okenko.knowledge.store.Facts;
import cz.okenko.knowledge.store.Imports;
import cz.okenko.knowledge.store.Imports.Standing;
import cz.okenko.knowledge.store.Lists;
import cz.okenko.knowledge.store.Publications;
import cz.okenko.knowledge.store.PublishedText;
import cz.okenko.knowledge.store.Revisions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is published, as it stands in the database, without an index and without loading shipped
/// content: for commands that read or publish beside a running [KnowledgeBase], which follows.
public final class Archive {

  private final Database database;
  private final List<Fact> localFacts;
  private final Publishing publishing;
  private final Revisions revisions;
  private final InstantSource clock;
  private final Facts facts = new Facts();
  private final Imports imports = new Imports();
  private final Lists lists = new Lists();
  private final Publications publications = new Publications();

  /// `localFacts` are those of the office's settings.
  public Archive(Database database, List<Fact> localFacts, InstantSource clock) {
    this.database = database;
    this.localFacts = List.copyOf(localFacts);
    this.publishing =
        new Publishing(
            database, clock, localFacts.stream().map(Fact::key).collect(Collectors.toSet()));
    this.revisions = new Revisions(clock);
    this.clock = clock;
  }

  /// What is published, the office's own lists by the names of their files, and the number of the
  /// last publication in it.
  record State(Library library, Map<String, String> lists, long publication) {}

  /// What importing a question does, or would do.
  public sealed interface Outcome {

    /// It goes in, or is there already.
    record Taken(Effect effect) implements Outcome {}

    /// It does not go in; the reason is for the operator.
    record Refused(String reason) implements Outcome {}
  }

  /// The number is read first: what is published meanwhile is then taken up once more, not missed.
  State state() {
    return database.read(
        handle -> {
          long number = publications.last(handle);
          List<PublishedText> texts = revisions.published(handle);
          List<Fact> inForce = new ArrayList<>(facts.all(handle));
          inForce.addAll(localFacts);
          return new State(Library.of(texts, inForce), lists.all(handle), number);
        });
  }

  long publication() {
    return database.read(publications::last);
  }

  Publishing publishing() {
    return publishing;
  }

  /// What [#importFaqs] would do with each question, without doing it.
  public List<Outcome> previewFaqs(List<Faq> faqs) {
    return outcomes(state().library(), faqs);
  }

  /// Publishes questions, each on its own merits. One that the office has edited or withdrawn since
  /// the last import is left alone.
  public List<Outcome> importFaqs(List<Faq> faqs) {
    Library library = state().library();
    List<Outcome> outcomes = outcomes(library, faqs);
    List<Draft> drafts = new ArrayList<>();
    Map<String, String> written = new HashMap<>();
    for (int i = 0; i < faqs.size(); i++) {
      if (outcomes.get(i) instanceof Outcome.Taken(Effect effect)) {
        written.put(faqs.get(i).slug().value(), FaqFile.write(faqs.get(i)));
        if (effect != Effect.SAME) {
          drafts.add(new Draft.FaqEntry(faqs.get(i)));
        }
      }
    }
    if (!drafts.isEmpty()) {
      publishing.publish(library, drafts);
    }
    database.write(
        handle -> {
          imports.record(handle, written);
          return true;
        });
    return outcomes;
  }

  /// What importing a file does, or would do. `parts` are the sections and keys that differ.
  public record Change(String what, Effect effect, List<String> parts) {
    public Change {
      parts = List.copyOf(parts);
    }
  }

  /// What came of a folder: its changes, and what was wrong with the files that were left out.
  public record FolderReport(List<Change> changes, List<ContentFault> faults) {
    public FolderReport {
      changes = List.copyOf(changes);
      faults = List.copyOf(faults);
    }
  }

  /// All that is published, for comparing: texts and lists by the names of their files, and the
  /// facts without those of the settings.
  record Shelf(
      Library library,
      Set<Slug> slugs,
      Map<String, String> texts,
      Map<String, Fact> facts,
      Map<String, String> lists) {}

  /// Publishes the content files in a folder as the office's own; with `dryRun` only says what that
  /// would do. Faulty files are left out whole.
  public FolderReport importFolder(ContentSource.Folder folder, boolean dryRun) {
    Map<String, String> files = ContentFiles.in(folder.path());
    // Facts that the settings say better are stored all the same: the settings win when answering.
    Publishing unsettled = new Publishing(database, clock, Set.of());
    Shelf shelf = shelf();
    FolderImport.Plan plan = new FolderImport(shelf, unsettled).plan(files);
    if (!dryRun) {
      if (!plan.lists().isEmpty()) {
        database.write(
            handle -> {
              lists.put(handle, plan.lists());
              return publications.next(handle);
            });
      }
      if (!plan.drafts().isEmpty()) {
        unsettled.publish(shelf.library(), plan.drafts());
      }
    }
    return new FolderReport(plan.changes(), plan.faults());
  }

  /// Everything published as the files it could be loaded from again, by name. `source` gives the
  /// lists the office has not brought itself.
  public Map<String, String> files(ContentSource source) {
    return new Exporting(database, clock, source).files();
  }

  /// Whether nothing was ever published here.
  public boolean isEmpty() {
    return state().library().entries().isEmpty();
  }

  private Shelf shelf() {
    Map<String, String> texts = new TreeMap<>();
    Set<Slug> slugs = new HashSet<>();
    for (PublishedText text : database.read(revisions::published)) {
      texts.put(text.key().file(), text.content());
      slugs.add(text.key().slug());
    }
    Map<String, Fact> byKey = new TreeMap<>();
    database.read(facts::all).forEach(fact -> byKey.put(fact.key(), fact));
    return new Shelf(state().library(), slugs, texts, byKey, database.read(lists::all));
  }

  private List<Outcome> outcomes(Library library, List<Faq> faqs) {
    Map<String, Standing> standing = database.read(imports::standing);
    Map<Slug, Outcome> seen = new LinkedHashMap<>();
    List<Outcome> outcomes = new ArrayList<>();
    for (Faq faq : faqs) {
      outcomes.add(
          seen.containsKey(faq.slug())
              ? new Outcome.Refused("id “" + faq.slug() + "” is there twice")
              : outcome(library, faq, standing.get(faq.slug().value())));
      seen.putIfAbsent(faq.slug(), outcomes.getLast());
    }
    return outcomes;
  }

  private static Outcome outcome(
      Library library, Faq faq, @Nullable Standing standing) {
    boolean situation =
        library.entry(faq.slug()).filter(e -> e.article() instanceof LifeSituation).isPresent();
    if (situation) {
      return new Outcome.Refused("“" + faq.slug() + "” is the name of a life situation");
    }
    Set<String> unknown =
        Filling.keys(faq.answer()).stream()
            .filter(key -> !library.facts().containsKey(key))
            .collect(Collectors.toSet());
    if (!unknown.isEmpty()) {
      return new Outcome.Refused("unknown fact " + String.join(", ", unknown));
    }
    if (standing == null) {
      return new Outcome.Taken(Effect.NEW);
    }
    if (standing.says(FaqFile.write(faq))) {
      return new Outcome.Taken(Effect.SAME);
    }
    return standing.isAsImported()
        ? new Outcome.Taken(Effect.CHANGED)
        : new Outcome.Refused(
            standing.withdrawn()
                ? "“" + faq.slug() + "” was withdrawn at the office"
                : "“" + faq.slug() + "” was edited at the office since it was imported");
  }
}
