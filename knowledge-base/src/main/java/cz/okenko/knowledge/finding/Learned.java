package cz.okenko.knowledge.finding;

import cz.okenko.knowledge.learning.Classifier;

/// What has been learned: which subject a text is about, and for the ear, by its tone, what it means
/// when it is about none. Either may know nothing.
public record Learned(Classifier classifier, Classifier tone) {}
