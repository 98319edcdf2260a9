package cz.okenko.knowledge.content;

import cz.okenko.knowledge.Link;
import cz.okenko.knowledge.Slug;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one article file: YAML between two lines of `---`, then sections.
public final class ArticleFile {

  private static final Set<String> KEYS =
      Set.of(
          "slug", "title", "agenda", "authority", "review-by", "terms", "phrases", "legal-basis",
          "links", "related");

  private final String name;
  private final Faults faults;

  private ArticleFile(String name, Faults faults) {
    this.name = name;
    this.faults = faults;
  }

  /// An article with the places of everything that other files decide upon.
  record Draft(
      LifeSituation article,
      String source,
      Mark head,
      List<Mark> phrases,
      List<Mark> facts,
      List<Mark> related) {}

  /// Reads text that was checked before, as it comes back from the database.
  ///
  /// @throws IllegalArgumentException when it is faulty after all
  public static LifeSituation stored(Slug slug, String source) {
    Faults faults = new Faults();
    Draft draft = read(slug + ".md", source, faults);
    if (draft == null || !faults.all().isEmpty()) {
      throw new IllegalArgumentException("stored article " + slug + " is faulty: " + faults.all());
    }
    return draft.article();
  }

  /// Reads a file; null when there is not even a slug.
  static @Nullable Draft read(String name, String source, Faults faults) {
    return new ArticleFile(name, faults).read(source);
  }

  private @Nullable Draft read(String source) {
    List<String> lines = source.lines().toList();
    int end = lines.isEmpty() ? -1 : lines.subList(1, lines.size()).indexOf("---") + 1;
    if (end < 1 || !lines.getFirst().equals("---")) {
      faults.add(name, 1, "must begin with keys between two lines of ---");
      return null;
    }
    YamlMap head =
        new YamlFile(name, String.join("\n", lines.subList(1, end)), 2, faults).map();
    if (head == null) {
      return null;
    }
    head.refuseOthersThan(KEYS);
    Sections sections = Sections.read(name, lines, end + 1, faults);
    Slug slug = slug(head);
    return slug == null ? null : draft(slug, head, sections, source);
  }

  private Draft draft(Slug slug, YamlMap head, Sections sections, String source) {
    List<Mark> phrases = head.texts("phrases");
    List<Mark> related = slugs(head.texts("related"));
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
            sections.texts());
    Mark place = new Mark(slug.value(), name, head.line("slug"));
    return new Draft(article, source, place, phrases, sections.facts(), related);
  }

  private @Nullable Slug slug(YamlMap head) {
    String text = head.text("slug");
    if (text.isEmpty()) {
      return null;
    }
    if (!Slug.isSlug(text)) {
      faults.add(name, head.line("slug"), "not a slug: " + text);
      return null;
    }
    String fileName = name.substring(name.lastIndexOf('/') + 1);
    if (!fileName.equals(text + ".md")) {
      faults.add(name, head.line("slug"), "slug " + text + " differs from the file name");
    }
    return new Slug(text);
  }

  private List<Mark> slugs(List<Mark> marks) {
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
