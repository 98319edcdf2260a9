package cz.okenko.knowledge;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// One article: what to do in one situation of life. Texts are Markdown and name facts as
/// `{fact:key}`; `terms` and `phrases` are only for finding it.
public record LifeSituation(
    Slug slug,
    String title,
    String agenda,
    String authority,
    LocalDate reviewBy,
    List<String> terms,
    List<String> phrases,
    List<LegalBasis> legalBasis,
    List<Link> links,
    List<Slug> related,
    Ask ask,
    Map<Section, String> sections)
    implements Article {

  public LifeSituation {
    terms = List.copyOf(terms);
    phrases = List.copyOf(phrases);
    legalBasis = List.copyOf(legalBasis);
    links = List.copyOf(links);
    related = List.copyOf(related);
    Map<Section, String> ordered = new EnumMap<>(Section.class);
    ordered.putAll(sections);
    sections = Collections.unmodifiableMap(ordered);
  }

  @Override
  public Language language() {
    return Language.CS;
  }
}
