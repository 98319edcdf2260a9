package cz.okenko.knowledge;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Puts together what the citizen reads: the asked part of an article with its facts filled in,
/// and where each claim comes from.
final class Composing {

  private static final Pattern ITEM = Pattern.compile("(- |\\d+\\. ).*");
  private static final Pattern FORMS =
      Pattern.compile(
          "formulář|tiskopis|žádost|podání|ohlášení|online|elektronick|portál|přes internet",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final int MOST_ITEMS = 4;
  private static final int MOST_SOURCES = 5;

  private final Map<String, Fact> facts;
  private final Sayings sayings;

  Composing(Map<String, Fact> facts, Sayings sayings) {
    this.facts = Map.copyOf(facts);
    this.sayings = sayings;
  }

  /// The part of the article that answers the aspect, in the wording nearest to the variant.
  Passage passage(Entry entry, Variant variant, Aspect asked, LocalDate today) {
    Wording wording = entry.in(variant);
    Aspect aspect = available(wording, asked);
    Filling filling = filling(wording, today);
    String text =
        filling.fill(
            aspect == Aspect.GENERAL ? general(wording) : wording.section(section(aspect)));
    String caution = caution(entry, filling, today);
    List<Source> sources = sources(entry, filling.used(), today);
    return new Passage(
        entry.slug(),
        wording.title(),
        wording.language(),
        aspect,
        entry.article().agenda(),
        wording.revision(),
        caution.isEmpty() ? text : text + "\n\n" + caution,
        sources.subList(0, Math.min(MOST_SOURCES, sources.size())),
        asked == Aspect.FORM ? formsFirst(links(entry.article())) : links(entry.article()),
        wording.ask().with(filling::fill));
  }

  /// The whole article; `titles` knows the titles of related ones.
  FullArticle full(
      Entry entry, Variant variant, LocalDate today, Function<Slug, List<ArticleTitle>> titles) {
    Wording wording = entry.in(variant);
    Filling filling = filling(wording, today);
    Map<Section, String> sections = new EnumMap<>(Section.class);
    wording.sections().forEach((section, text) -> sections.put(section, filling.fill(text)));
    Ask ask = wording.ask().with(filling::fill);
    Set<Variant> variants = EnumSet.of(entry.base().variant());
    variants.addAll(entry.translations().keySet());
    LifeSituation situation = situation(entry.article());
    return new FullArticle(
        entry.slug(),
        wording.variant(),
        wording.language(),
        wording.revision(),
        wording.title(),
        situation.agenda(),
        situation.authority(),
        situation.reviewBy(),
        checked(entry),
        sections,
        caution(entry, filling, today),
        ask,
        sources(entry, filling.used(), today),
        situation.legalBasis(),
        links(entry.article()),
        situation.related().stream().flatMap(slug -> titles.apply(slug).stream()).toList(),
        variants,
        entry.article() instanceof Faq faq ? faq.url() : URI.create(""));
  }

  /// Text of a neighbouring matter with facts filled in.
  String text(String template, LocalDate today) {
    Filling filling = new Filling(facts, sayings, Language.CS, today);
    String text = filling.fill(template);
    String caution = filling.caution(false, today);
    return caution.isEmpty() ? text : text + "\n\n" + caution;
  }

  private Filling filling(Wording wording, LocalDate today) {
    return new Filling(facts, sayings, wording.language(), today);
  }

  private String caution(Entry entry, Filling filling, LocalDate today) {
    boolean outdated =
        entry.article() instanceof LifeSituation situation
            && today.isAfter(situation.reviewBy());
    return filling.caution(outdated, checked(entry));
  }

  /// A FAQ has no law, no related articles and no day of review.
  private static LifeSituation situation(Article article) {
    return switch (article) {
      case LifeSituation situation -> situation;
      case Faq faq ->
          new LifeSituation(
              faq.slug(),
              faq.title(),
              faq.agenda(),
              "",
              Fact.OPEN_END,
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              Ask.NONE,
              Map.of());
    };
  }

  /// Who asks for the form wants to go to it, or to where the thing is done online.
  private static List<Link> formsFirst(List<Link> links) {
    return links.stream()
        .sorted(Comparator.comparing((Link link) -> !FORMS.matcher(link.label()).find()))
        .toList();
  }

  private static List<Link> links(Article article) {
    return switch (article) {
      case LifeSituation situation -> situation.links();
      case Faq faq ->
          faq.url().getHost() == null
              ? List.of()
              : List.of(new Link(faq.url().getHost(), faq.url()));
    };
  }

  /// The asked aspect if the wording has it, its nearest relative, or the whole matter.
  private static Aspect available(Wording wording, Aspect asked) {
    if (asked == Aspect.GENERAL
        || (asked != Aspect.FORM && wording.sections().containsKey(section(asked)))) {
      return asked;
    }
    Aspect relative =
        switch (asked) {
          case WHEN -> Aspect.HOW_LONG;
          case HOW_LONG -> Aspect.WHEN;
          case FORM -> Aspect.HOW;
          case GENERAL, FEE, DOCUMENTS, WHERE, HOW, WHO, APPEAL -> Aspect.GENERAL;
        };
    return relative != Aspect.GENERAL && wording.sections().containsKey(section(relative))
        ? relative
        : Aspect.GENERAL;
  }

  private static Section section(Aspect aspect) {
    return switch (aspect) {
      case GENERAL -> Section.ANSWER;
      case FEE -> Section.FEE;
      case DOCUMENTS -> Section.DOCUMENTS;
      case WHERE -> Section.WHERE;
      case WHEN -> Section.WHEN;
      case HOW_LONG -> Section.HOW_LONG;
      case HOW, FORM -> Section.HOW;
      case WHO -> Section.WHO;
      case APPEAL -> Section.APPEAL;
    };
  }

  /// The direct answer and, when there is one, the short list of what to bring.
  private static String general(Wording wording) {
    String answer = wording.section(Section.ANSWER);
    List<String> items =
        wording
            .section(Section.DOCUMENTS)
            .lines()
            .filter(line -> ITEM.matcher(line).matches())
            .limit(MOST_ITEMS)
            .toList();
    if (items.isEmpty()) {
      return answer;
    }
    String bring = Sentences.in(wording.language()).bring();
    return String.join("\n\n", answer, bring, String.join("\n", items));
  }

  private List<Source> sources(Entry entry, List<Fact> used, LocalDate today) {
    Map<String, Source> sources = new LinkedHashMap<>();
    for (Fact fact : used) {
      if (!fact.statute().isEmpty() && !fact.source().equals(URI.create(""))) {
        Source source =
            new Source(
                fact.statute(),
                fact.paragraph(),
                fact.source(),
                fact.checked(),
                fact.holds(today));
        sources.merge(
            fact.statute() + fact.paragraph(), source, (a, b) -> a.confirmed() ? b : a);
      }
    }
    LocalDate checked = checked(entry);
    for (LegalBasis basis : situation(entry.article()).legalBasis()) {
      sources.putIfAbsent(
          basis.statute() + basis.paragraph(),
          new Source(basis.statute(), basis.paragraph(), basis.url(), checked, true));
    }
    return new ArrayList<>(sources.values());
  }

  /// The day somebody last looked after the article: that of its latest fact.
  private LocalDate checked(Entry entry) {
    LocalDate latest = LocalDate.EPOCH;
    for (String text : entry.base().sections().values()) {
      for (String key : Filling.keys(text)) {
        Fact fact = facts.get(key);
        if (fact != null && fact.checked().isAfter(latest)) {
          latest = fact.checked();
        }
      }
    }
    return latest.equals(LocalDate.EPOCH) ? situation(entry.article()).reviewBy() : latest;
  }
}
