package cz.okenko.knowledge.store;

import cz.okenko.knowledge.Slug;

/// The published state of an article as it stands in the tables; `content` is the whole file.
public record PublishedArticle(Slug slug, long revision, String content) {}
