package cz.okenko.knowledge;

/// A published article as listed for choosing. `language` is that of the title.
public record ArticleTitle(Slug slug, String title, Language language, String agenda) {}
