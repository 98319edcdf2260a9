package cz.okenko.knowledge;

/// Something an office wants to publish or take back.
public sealed interface Draft {

  /// The whole text of a life situation's file, or of its translation's.
  record Text(Slug slug, Variant variant, String source) implements Draft {}

  /// A question with its answer; one with the same slug is replaced.
  record FaqEntry(Faq faq) implements Draft {}

  /// A fact; from then on it is the office's own and shipped content leaves it alone.
  record FactValue(Fact fact) implements Draft {}

  /// Takes a published text away from citizens; its revisions are kept.
  record Withdrawal(Slug slug, Variant variant) implements Draft {}
}
