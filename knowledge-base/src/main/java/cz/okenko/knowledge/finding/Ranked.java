package cz.okenko.knowledge.finding;

import cz.okenko.knowledge.index.Subject;

/// A contender in its place; `likelihood` lies in 0–1 and sums to 1 over the ranking.
record Ranked(Contender contender, double likelihood) {

  Subject subject() {
    return contender.subject();
  }
}
