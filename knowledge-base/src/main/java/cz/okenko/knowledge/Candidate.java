package cz.okenko.knowledge;

/// An article that may answer the question. `score` lies in 0–1 and compares the candidates of one
/// question; it is not the confidence that the answer is right.
public record Candidate(Slug slug, String title, double score) {}
