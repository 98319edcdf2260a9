package cz.okenko.knowledge;

import java.util.List;
import java.util.Map;

/// One published text of an article, with the revision it has in the database. Facts are named,
/// not filled in.
record Wording(
    Variant variant,
    Language language,
    long revision,
    String title,
    List<String> phrases,
    Ask ask,
    Map<Section, String> sections) {

  static Wording of(LifeSituation article, long revision) {
    return new Wording(
        Variant.CS,
        Language.CS,
        revision,
        article.title(),
        article.phrases(),
        article.ask(),
        article.sections());
  }

  static Wording of(Translation translation, long revision) {
    return new Wording(
        translation.variant(),
        translation.variant().language(),
        revision,
        translation.title(),
        translation.phrases(),
        translation.ask(),
        translation.sections());
  }

  static Wording of(Faq faq, long revision) {
    return new Wording(
        Variant.FAQ,
        faq.language(),
        revision,
        faq.question(),
        List.of(),
        Ask.NONE,
        Map.of(Section.ANSWER, faq.answer()));
  }

  String section(Section section) {
    return sections.getOrDefault(section, "");
  }
}
