package cz.okenko.knowledge;

import cz.okenko.knowledge.content.DraftCheck;
import cz.okenko.knowledge.content.FaqFile;
import cz.okenko.knowledge.store.Database;
import cz.okenko.knowledge.store.Facts;
import cz.okenko.knowledge.store.Publications;
import cz.okenko.knowledge.store.PublishedText;
import cz.okenko.knowledge.store.Revisions;
import cz.okenko.knowledge.store.Revisions.Outcome;
import cz.okenko.knowledge.store.TextKey;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Checks drafts, writes them to the database as the office's own, and makes the library that holds
/// them. All of the drafts or none.
final class Publishing {

  private final Database database;
  private final Revisions revisions;
  private final Facts facts = new Facts();
  private final Publications publications = new Publications();
  private final Set<String> settled;

  /// `settled` are the keys of facts that the office's settings define.
  Publishing(Database database, InstantSource clock, Set<String> settled) {
    this.database = database;
    this.revisions = new Revisions(clock);
    this.settled = Set.copyOf(settled);
  }

  /// The library after publishing, whether questions may find something else now, what each draft
  /// did, and the number of the publication.
  record Published(Library library, boolean findable, List<Effect> effects, long number) {}

  private record Written(List<Outcome> outcomes, long number) {}

  private record Sorted(
      Map<TextKey, String> texts, List<Fact> facts, List<TextKey> withdrawn) {}

  /// What each of the drafts would do.
  List<Effect> preview(Library library, List<Draft> drafts) {
    Sorted sorted = sorted(library, drafts);
    List<Outcome> outcomes =
        database.read(handle -> revisions.preview(handle, sorted.texts()));
    return effects(library, drafts, outcomes);
  }

  /// Publishes the drafts in one transaction.
  ///
  /// @throws ContentException with every fault; then nothing was published
  Published publish(Library library, List<Draft> drafts) {
    Sorted sorted = sorted(library, drafts);
    Written done =
        database.write(
            handle -> {
              facts.publishOffices(handle, sorted.facts());
              sorted.withdrawn().forEach(key -> revisions.withdraw(handle, key));
              return new Written(
                  revisions.publishOffices(handle, sorted.texts()), publications.next(handle));
            });
    List<PublishedText> written = new ArrayList<>();
    for (Outcome outcome : done.outcomes()) {
      if (outcome.effect() != Effect.SAME) {
        String source = sorted.texts().getOrDefault(outcome.key(), "");
        written.add(new PublishedText(outcome.key(), outcome.revision(), source));
      }
    }
    Library after = library.with(written).withFacts(sorted.facts());
    for (TextKey key : sorted.withdrawn()) {
      after = after.without(key.slug(), key.variant());
    }
    boolean findable =
        !sorted.withdrawn().isEmpty()
            || written.stream().anyMatch(text -> text.key().variant() != Variant.EASY);
    return new Published(
        after, findable, effects(library, drafts, done.outcomes()), done.number());
  }

  /// What is wrong in the drafts, in themselves and beside what is published.
  List<ContentFault> faults(Library library, List<Draft> drafts) {
    boolean texts = drafts.stream().anyMatch(draft -> draft instanceof Draft.Text);
    return DraftCheck.faults(drafts, known(library, texts));
  }

  private Sorted sorted(Library library, List<Draft> drafts) {
    List<ContentFault> faults = faults(library, drafts);
    if (!faults.isEmpty()) {
      throw new ContentException(faults);
    }
    Sorted sorted = new Sorted(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
    for (Draft draft : drafts) {
      switch (draft) {
        case Draft.Text(Slug slug, Variant variant, String source) ->
            sorted.texts().put(new TextKey(slug, variant), source);
        case Draft.FaqEntry(Faq faq) ->
            sorted.texts().put(new TextKey(faq.slug(), Variant.FAQ), FaqFile.write(faq));
        case Draft.FactValue(Fact fact) -> sorted.facts().add(fact);
        case Draft.Withdrawal(Slug slug, Variant variant) -> {
          if (isPublished(library, slug, variant)) {
            sorted.withdrawn().add(new TextKey(slug, variant));
          }
        }
      }
    }
    return sorted;
  }

  private List<Effect> effects(Library library, List<Draft> drafts, List<Outcome> outcomes) {
    Map<TextKey, Effect> byKey = new HashMap<>();
    outcomes.forEach(outcome -> byKey.put(outcome.key(), outcome.effect()));
    return drafts.stream().map(draft -> effect(library, draft, byKey)).toList();
  }

  private static Effect effect(Library library, Draft draft, Map<TextKey, Effect> byKey) {
    return switch (draft) {
      case Draft.Text text ->
          byKey.getOrDefault(new TextKey(text.slug(), text.variant()), Effect.SAME);
      case Draft.FaqEntry(Faq faq) ->
          byKey.getOrDefault(new TextKey(faq.slug(), Variant.FAQ), Effect.SAME);
      case Draft.FactValue(Fact fact) -> {
        Fact before = library.facts().get(fact.key());
        yield before == null ? Effect.NEW : before.equals(fact) ? Effect.SAME : Effect.CHANGED;
      }
      case Draft.Withdrawal(Slug slug, Variant variant) ->
          isPublished(library, slug, variant) ? Effect.GONE : Effect.SAME;
    };
  }

  private static boolean isPublished(Library library, Slug slug, Variant variant) {
    return library
        .entry(slug)
        .filter(entry -> entry.in(variant).variant() == variant)
        .isPresent();
  }

  /// Phrases are compared with those of texts only, so for other drafts none are gathered.
  private DraftCheck.Known known(Library library, boolean texts) {
    List<LifeSituation> situations = new ArrayList<>();
    Set<Slug> faqs = new HashSet<>();
    List<DraftCheck.Phrases> phrases = new ArrayList<>();
    for (Entry entry : library.entries()) {
      switch (entry.article()) {
        case LifeSituation situation -> situations.add(situation);
        case Faq faq -> faqs.add(faq.slug());
      }
      if (texts) {
        phrases.add(phrases(entry, entry.base()));
        entry.translations().values().forEach(wording -> phrases.add(phrases(entry, wording)));
      }
    }
    return new DraftCheck.Known(situations, faqs, phrases, library.facts().keySet(), settled);
  }

  private static DraftCheck.Phrases phrases(Entry entry, Wording wording) {
    return new DraftCheck.Phrases(entry.slug(), wording.language(), wording.phrases());
  }
}
