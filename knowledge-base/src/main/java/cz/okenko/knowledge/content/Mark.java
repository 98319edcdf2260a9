package cz.okenko.knowledge.content;

/// A piece of text and where it stands, so that a fault found later can name its line.
public record Mark(String text, String file, int line) {}
