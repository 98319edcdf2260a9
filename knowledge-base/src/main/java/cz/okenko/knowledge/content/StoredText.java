package cz.okenko.knowledge.content;

import cz.okenko.knowledge.Faq;
import cz.okenko.knowledge.LifeSituation;
import cz.okenko.knowledge.Slug;
import cz.okenko.knowledge.Translation;
import cz.okenko.knowledge.Variant;
import org.jspecify.annotations.Nullable;

/// Texts as they come back from the database. They were checked when they were published; what a
/// later version finds wrong in them is overlooked, so that an upgrade stops no office.
public final class StoredText {

  private StoredText() {}

  /// A Czech life situation.
  ///
  /// @throws IllegalArgumentException when it has no slug
  public static LifeSituation situation(Slug slug, String source) {
    ArticleFile.Draft draft = ArticleFile.read(slug + ".md", source, new Faults());
    return present(slug, draft == null ? null : draft.article());
  }

  /// A translation or the plain-language text.
  ///
  /// @throws IllegalArgumentException when it has no slug
  public static Translation translation(Slug slug, Variant variant, String source) {
    TranslationFile.Draft draft =
        TranslationFile.read(slug + ".md", variant, source, new Faults());
    return present(slug, draft == null ? null : draft.translation());
  }

  /// A question with its answer.
  ///
  /// @throws IllegalArgumentException when one of them is missing
  public static Faq faq(Slug slug, String source) {
    return present(slug, FaqFile.read("faq/" + slug + ".md", source, new Faults()));
  }

  private static <T> T present(Slug slug, @Nullable T read) {
    if (read == null) {
      throw new IllegalArgumentException("the stored text of " + slug + " cannot be read");
    }
    return read;
  }
}
