package cz.okenko.knowledge;

/// A published article as listed for choosing.
public record ArticleTitle(Slug slug, String title, String agenda) {}
