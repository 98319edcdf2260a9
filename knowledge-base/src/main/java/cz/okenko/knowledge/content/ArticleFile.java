package cz.okenko.knowledge.content;

import cz.okenko.knowledge.Ask;
import cz.okenko.knowledge.LegalBasis;
import cz.okenko.knowledge.LifeSituation;
import cz.okenko.knowledge.Link;
import cz.okenko.knowledge.Slug;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one life situation: keys between two lines of `---`, then sections.
final class ArticleFile {

  private static final Set<String> KEYS =
      Set.of(
          "slug", "title", "agenda", "authority", "review-by", "terms", "phrases", "legal-basis",
          "links", "related", "ask");

  private ArticleFile() {}

  /// An article with the places of everything that other files decide upon.
  record Draft(
      LifeSituation article,
      String source,
      Mark head,
      List<Mark> phrases,
      List<Mark> facts,
      List<Mark> related,
      List<Mark> continued) {}

  /// Reads a file; null when there is not even a slug.
  static @Nullable Draft read(String name, String source, Faults faults) {
    FrontMatter file = FrontMatter.read(name, source, faults);
    if (file == null) {
      return null;
    }
    file.keys().refuseOthersThan(KEYS);
    Sections sections = file.sections();
    Slug slug = file.slug();
    return slug == null ? null : draft(file, slug, sections, source);
  }

  private static Draft draft(FrontMatter file, Slug slug, Sections sections, String source) {
    YamlMap head = file.keys();
    List<Mark> phrases = head.texts("phrases");
    List<Mark> related = slugs(head.texts("related"), file.faults());
    AskFile askFile = new AskFile(file.name(), file.faults());
    Ask ask = askFile.read(head);
    LifeSituation article =
        new LifeSituation(
            slug,
            head.text("title"),
            head.text("agenda"),
            head.text("authority"),
            head.date("review-by"),
            head.texts("terms").stream().map(Mark::text).toList(),
            phrases.stream().map(Mark::text).toList(),
            head.maps("legal-basis").stream().map(ArticleFile::legalBasis).toList(),
            links(head),
            related.stream().map(mark -> new Slug(mark.text())).toList(),
            ask,
            sections.texts());
    List<Mark> facts = new ArrayList<>(sections.facts());
    facts.addAll(askFile.facts());
    return new Draft(
        article, source, file.slugMark(slug), phrases, facts, related, askFile.articles());
  }

  private static List<Mark> slugs(List<Mark> marks, Faults faults) {
    List<Mark> right = new ArrayList<>();
    for (Mark mark : marks) {
      if (Slug.isSlug(mark.text())) {
        right.add(mark);
      } else {
        faults.add(mark, "not a slug: " + mark.text());
      }
    }
    return right;
  }

  private static LegalBasis legalBasis(YamlMap map) {
    map.refuseOthersThan(Set.of("statute", "paragraph", "url"));
    return new LegalBasis(map.text("statute"), map.optionalText("paragraph"), map.https("url"));
  }

  static List<Link> links(YamlMap map) {
    if (!map.keys().contains("links")) {
      return List.of();
    }
    return map.maps("links").stream().map(ArticleFile::link).toList();
  }

  private static Link link(YamlMap map) {
    map.refuseOthersThan(Set.of("label", "url"));
    return new Link(map.text("label"), map.https("url"));
  }
}
