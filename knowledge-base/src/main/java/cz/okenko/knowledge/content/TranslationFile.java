package cz.okenko.knowledge.content;

import cz.okenko.knowledge.Ask;
import cz.okenko.knowledge.Section;
import cz.okenko.knowledge.Slug;
import cz.okenko.knowledge.Translation;
import cz.okenko.knowledge.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one translation, or the plain-language text, of a life situation.
final class TranslationFile {

  private static final Set<String> TRANSLATED =
      Set.of("slug", "title", "translated", "phrases", "ask");
  private static final Set<String> EASY = Set.of("slug", "title", "written", "ask");

  private TranslationFile() {}

  /// A translation with the places of everything that other files decide upon.
  record Draft(
      Translation translation,
      String source,
      Mark head,
      List<Mark> phrases,
      List<Mark> facts,
      List<Mark> continued,
      Map<Section, Mark> headings) {}

  /// Reads a file; null when there is not even a slug.
  static @Nullable Draft read(String name, Variant variant, String source, Faults faults) {
    FrontMatter file = FrontMatter.read(name, source, faults);
    if (file == null) {
      return null;
    }
    boolean easy = variant == Variant.EASY;
    YamlMap head = file.keys();
    head.refuseOthersThan(easy ? EASY : TRANSLATED);
    Sections sections = file.sections();
    Slug slug = file.slug();
    if (slug == null) {
      return null;
    }
    List<Mark> phrases = easy ? List.of() : head.texts("phrases");
    AskFile askFile = new AskFile(name, faults);
    Ask ask = askFile.read(head);
    Translation translation =
        new Translation(
            slug,
            variant,
            head.text("title"),
            head.date(easy ? "written" : "translated"),
            phrases.stream().map(Mark::text).toList(),
            ask,
            sections.texts());
    List<Mark> facts = new ArrayList<>(sections.facts());
    facts.addAll(askFile.facts());
    return new Draft(
        translation,
        source,
        file.slugMark(slug),
        phrases,
        facts,
        askFile.articles(),
        sections.headings());
  }
}
