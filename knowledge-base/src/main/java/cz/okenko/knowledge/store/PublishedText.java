package cz.okenko.knowledge.store;

/// The published state of a text as it stands in the tables; `content` is the whole file.
public record PublishedText(TextKey key, long revision, String content) {}
