package cz.okenko.knowledge.finding;

import cz.okenko.knowledge.index.Scores;
import cz.okenko.knowledge.index.Subject;
import java.util.List;

/// Puts the subjects in order of how likely the question is about them.
public interface Ranker {

  /// All subjects that have anything in common with the question, best first.
  List<Ranked> rank(Scores scores);

  /// A subject in its place; `likelihood` lies in 0–1 and sums to 1 over the list.
  record Ranked(Subject subject, Scores.Match match, double likelihood) {}
}
