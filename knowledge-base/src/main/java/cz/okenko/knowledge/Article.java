package cz.okenko.knowledge;

/// Something published that answers questions: a life situation written for all offices, or a
/// question with its answer that an office brought along.
public sealed interface Article permits LifeSituation, Faq {

  /// The name that never changes.
  Slug slug();

  /// What citizens read when they choose between articles.
  String title();

  /// Who looks after it at the office; empty when nobody was named.
  String agenda();

  /// The language it was written in.
  Language language();
}
