package cz.okenko.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What somebody has to look after: translations behind their facts, articles past their day of
/// review, facts that ran out or were never confirmed.
public final class Upkeep {

  /// An article is due so many days before its day of review.
  private static final int EARLY = 30;

  private static final List<Section> EXPECTED =
      List.of(Section.FEE, Section.DOCUMENTS, Section.WHERE);

  private final Library library;
  private final Sayings sayings;
  private final Set<String> settled;
  private final LocalDate today;
  private final List<Item> items = new ArrayList<>();

  /// `settled` are the keys of facts from the office's settings; those carry the day of the start.
  Upkeep(Library library, Sayings sayings, Set<String> settled, LocalDate today) {
    this.library = library;
    this.sayings = sayings;
    this.settled = settled;
    this.today = today;
  }

  /// What is the matter.
  public enum Kind {
    TRANSLATION_OLD,
    SAYING_MISSING,
    SECTION_MISSING,
    REVIEW_DUE,
    FACT_EXPIRED,
    FACT_UNCONFIRMED
  }

  /// One thing to be done for a text; `what` says it in a line.
  public record Item(Kind kind, Slug slug, Variant variant, String what) {

    @Override
    public String toString() {
      return variant.code() + "/" + slug + ": " + what;
    }
  }

  /// An article with all that is to be done for it, and how often it answered lately.
  public record Due(Slug slug, String title, long answered, List<Item> items) {

    public Due {
      items = List.copyOf(items);
    }
  }

  /// Everything there is to be done, in the order of the articles.
  List<Item> items() {
    for (Entry entry : library.entries()) {
      if (entry.article() instanceof LifeSituation situation) {
        situation(entry, situation);
        entry.translations().values().forEach(wording -> translation(entry, wording));
      }
    }
    return List.copyOf(items);
  }

  /// What changes what citizens read, the articles that answer most first.
  List<Due> due(Map<Slug, Long> answered) {
    Map<Slug, List<Item>> byArticle = new LinkedHashMap<>();
    for (Item item : items()) {
      if (item.kind() != Kind.SAYING_MISSING && item.kind() != Kind.SECTION_MISSING) {
        byArticle.computeIfAbsent(item.slug(), slug -> new ArrayList<>()).add(item);
      }
    }
    List<Due> due = new ArrayList<>();
    byArticle.forEach(
        (slug, its) ->
            library
                .entry(slug)
                .ifPresent(
                    entry ->
                        due.add(
                            new Due(
                                slug,
                                entry.base().title(),
                                answered.getOrDefault(slug, 0L),
                                its))));
    due.sort(Comparator.comparingLong(Due::answered).reversed());
    return due;
  }

  private void situation(Entry entry, LifeSituation situation) {
    if (today.isAfter(situation.reviewBy().minusDays(EARLY))) {
      add(Kind.REVIEW_DUE, entry, Variant.CS, "to be reviewed by " + situation.reviewBy());
    }
    for (Fact fact : facts(entry.base())) {
      if (today.isAfter(fact.validTo())) {
        String what = "fact %s ran out on %s".formatted(fact.key(), fact.validTo());
        add(Kind.FACT_EXPIRED, entry, Variant.CS, what);
      } else if (!fact.confirmed()) {
        add(Kind.FACT_UNCONFIRMED, entry, Variant.CS, "fact " + fact.key() + " is unconfirmed");
      }
    }
  }

  private void translation(Entry entry, Wording wording) {
    LocalDate written = entry.written().getOrDefault(wording.variant(), LocalDate.EPOCH);
    facts(entry.base()).stream()
        .filter(fact -> !settled.contains(fact.key()))
        .max(Comparator.comparing(this::changed))
        .filter(fact -> written.isBefore(changed(fact)))
        .ifPresent(
            fact ->
                add(
                    Kind.TRANSLATION_OLD,
                    entry,
                    wording.variant(),
                    "written %s, fact %s is of %s"
                        .formatted(written, fact.key(), changed(fact))));
    for (Fact fact : facts(wording)) {
      if (!isName(fact) && !sayings.knows(fact, wording.language())) {
        add(
            Kind.SAYING_MISSING,
            entry,
            wording.variant(),
            "values.yaml does not say “%s” (fact %s)"
                .formatted(Sayings.shape(fact.value()), fact.key()));
      }
    }
    for (Section section : wording.variant() == Variant.EASY ? List.<Section>of() : EXPECTED) {
      if (entry.base().sections().containsKey(section)
          && !wording.sections().containsKey(section)) {
        add(Kind.SECTION_MISSING, entry, wording.variant(), "has no section " + section.code());
      }
    }
  }

  /// Names, addresses and numbers of one office are the same in every language.
  private boolean isName(Fact fact) {
    return settled.contains(fact.key()) && fact.key().startsWith("urad-");
  }

  /// The day a fact last changed, as far as that is past.
  private LocalDate changed(Fact fact) {
    return fact.validFrom().isAfter(fact.checked()) && !fact.validFrom().isAfter(today)
        ? fact.validFrom()
        : fact.checked();
  }

  private List<Fact> facts(Wording wording) {
    Set<String> keys = new LinkedHashSet<>();
    wording.sections().values().forEach(text -> keys.addAll(Filling.keys(text)));
    wording
        .ask()
        .with(
            text -> {
              keys.addAll(Filling.keys(text));
              return text;
            });
    List<Fact> facts = new ArrayList<>();
    for (String key : keys) {
      Fact fact = library.facts().get(key);
      if (fact != null) {
        facts.add(fact);
      }
    }
    return facts;
  }

  private void add(Kind kind, Entry entry, Variant variant, String what) {
    items.add(new Item(kind, entry.slug(), variant, what));
  }
}
