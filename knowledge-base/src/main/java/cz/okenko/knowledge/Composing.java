package cz.okenko.knowledge;

import cz.okenko.knowledge.content.LegalBasis;
import cz.okenko.knowledge.content.LifeSituation;
import cz.okenko.knowledge.content.Section;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts together what the citizen reads: the asked part of an article with its facts filled in,
/// and where each claim comes from.
final class Composing {

  private static final Pattern FACT = Pattern.compile("\\{fact:([^{}]*)}");
  private static final Pattern ITEM = Pattern.compile("(- |\\d+\\. ).*");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d. M. yyyy", Locale.ROOT);
  private static final int MOST_ITEMS = 4;
  private static final int MOST_SOURCES = 5;

  private final Map<String, Fact> facts;

  Composing(Map<String, Fact> facts) {
    this.facts = Map.copyOf(facts);
  }

  Passage passage(LifeSituation article, long revision, Aspect asked, LocalDate today) {
    Aspect aspect = available(article, asked);
    String template =
        aspect == Aspect.GENERAL
            ? general(article)
            : article.sections().getOrDefault(section(aspect), "");
    Filled filled = filled(template, today);
    return new Passage(
        article.slug(),
        article.title(),
        Language.CS,
        aspect,
        article.agenda(),
        revision,
        filled.text(),
        sources(article, filled.used(), today),
        article.links());
  }

  /// Text of a neighbouring matter with facts filled in.
  String text(String template, LocalDate today) {
    return filled(template, today).text();
  }

  /// The asked aspect if the article has it, its nearest relative, or the whole matter.
  private static Aspect available(LifeSituation article, Aspect asked) {
    if (asked == Aspect.GENERAL || article.sections().containsKey(section(asked))) {
      return asked;
    }
    Aspect relative =
        switch (asked) {
          case WHEN -> Aspect.HOW_LONG;
          case HOW_LONG -> Aspect.WHEN;
          case GENERAL, FEE, DOCUMENTS, WHERE, HOW, WHO, APPEAL -> Aspect.GENERAL;
        };
    return relative != Aspect.GENERAL && article.sections().containsKey(section(relative))
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
      case HOW -> Section.HOW;
      case WHO -> Section.WHO;
      case APPEAL -> Section.APPEAL;
    };
  }

  /// The direct answer and, when there is one, the short list of what to bring.
  private static String general(LifeSituation article) {
    String answer = article.sections().getOrDefault(Section.ANSWER, "");
    List<String> items =
        article
            .sections()
            .getOrDefault(Section.DOCUMENTS, "")
            .lines()
            .filter(line -> ITEM.matcher(line).matches())
            .limit(MOST_ITEMS)
            .toList();
    if (items.isEmpty()) {
      return answer;
    }
    return answer + "\n\nCo si vzít s sebou:\n\n" + String.join("\n", items);
  }

  private record Filled(String text, List<Fact> used) {}

  private Filled filled(String template, LocalDate today) {
    Map<String, Fact> used = new LinkedHashMap<>();
    Matcher matcher = FACT.matcher(template);
    while (matcher.find()) {
      Fact fact = facts.get(matcher.group(1));
      if (fact != null) {
        used.put(fact.key(), fact);
      }
    }
    List<Fact> shaky = used.values().stream().filter(fact -> !fact.holds(today)).toList();
    String text =
        FACT.matcher(template)
            .replaceAll(
                match -> {
                  Fact fact = facts.get(match.group(1));
                  return Matcher.quoteReplacement(fact == null ? "…" : fact.value());
                });
    return new Filled(softened(text, shaky), List.copyOf(used.values()));
  }

  /// Uncertain facts get one sentence at the end, so that the answer itself stays easy to read.
  private static String softened(String text, List<Fact> shaky) {
    if (shaky.isEmpty()) {
      return text;
    }
    LocalDate checked =
        shaky.stream().map(Fact::checked).min(LocalDate::compareTo).orElse(LocalDate.EPOCH);
    String said =
        shaky.size() == 1
            ? "Údaj „" + shaky.getFirst().value() + "“ uvádíme podle stavu k "
            : "Některé částky a lhůty uvádíme podle stavu k ";
    String check = shaky.size() == 1 ? "raději si ho u nás ověřte." : "raději si je u nás ověřte.";
    return text + "\n\n" + said + DAY.format(checked) + ", " + check;
  }

  private List<Source> sources(LifeSituation article, List<Fact> used, LocalDate today) {
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
    LocalDate checked = checked(article);
    for (LegalBasis basis : article.legalBasis()) {
      sources.putIfAbsent(
          basis.statute() + basis.paragraph(),
          new Source(basis.statute(), basis.paragraph(), basis.url(), checked, true));
    }
    return new ArrayList<>(sources.values()).subList(0, Math.min(MOST_SOURCES, sources.size()));
  }

  /// The day somebody last looked after the article: that of its latest fact.
  private LocalDate checked(LifeSituation article) {
    LocalDate latest = LocalDate.EPOCH;
    for (String text : article.sections().values()) {
      Matcher matcher = FACT.matcher(text);
      while (matcher.find()) {
        Fact fact = facts.get(matcher.group(1));
        if (fact != null && fact.checked().isAfter(latest)) {
          latest = fact.checked();
        }
      }
    }
    return latest.equals(LocalDate.EPOCH) ? article.reviewBy() : latest;
  }
}
