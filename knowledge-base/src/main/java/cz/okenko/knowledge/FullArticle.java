package cz.okenko.knowledge;

import java.net.URI;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Everything a page or an export shows of one article in one wording, facts filled in. Texts are
/// Markdown; `caution` is what must be said about their freshness, empty when nothing is.
/// `language` is that of the text, `variants` are all wordings there are. `reviewBy` is
/// [Fact#OPEN_END] and `authority`, `legalBasis` and `related` are empty when the article is a
/// [Faq]; `url` is the page a [Faq] comes from, else empty.
public record FullArticle(
    Slug slug,
    Variant variant,
    Language language,
    long revision,
    String title,
    String agenda,
    String authority,
    LocalDate reviewBy,
    LocalDate checked,
    Map<Section, String> sections,
    String caution,
    Ask ask,
    List<Source> sources,
    List<LegalBasis> legalBasis,
    List<Link> links,
    List<ArticleTitle> related,
    Set<Variant> variants,
    URI url) {

  public FullArticle {
    Map<Section, String> ordered = new EnumMap<>(Section.class);
    ordered.putAll(sections);
    sections = Collections.unmodifiableMap(ordered);
    sources = List.copyOf(sources);
    legalBasis = List.copyOf(legalBasis);
    links = List.copyOf(links);
    related = List.copyOf(related);
    variants = Set.copyOf(variants);
  }
}
