package cz.okenko.knowledge.learning;

import cz.okenko.knowledge.text.Features;

/// A text that belongs to a class, and how much it counts when the classifier is trained.
public record Example(int number, Features text, float weight) {}
