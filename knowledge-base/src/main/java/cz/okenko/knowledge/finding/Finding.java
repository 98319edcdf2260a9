package cz.okenko.knowledge.finding;

import cz.okenko.knowledge.Answer.Emergency;
import cz.okenko.knowledge.Answer.SmallTalk;
import cz.okenko.knowledge.Aspect;
import cz.okenko.knowledge.Candidate;
import cz.okenko.knowledge.Slug;
import cz.okenko.knowledge.Submission;
import java.util.List;

/// What a question comes to, before any text is put together.
public record Finding(List<Candidate> candidates, double confidence, Verdict verdict) {

  public Finding {
    candidates = List.copyOf(candidates);
  }

  /// The outcome with what it needs.
  public sealed interface Verdict {

    /// One article, and what about it is asked.
    record Situation(Slug slug, Aspect aspect) implements Verdict {}

    /// The first two or three candidates may be meant.
    record Choice(int shown) implements Verdict {}

    /// A neighbouring matter.
    record Neighbour(String topic) implements Verdict {}

    /// Nothing known.
    record Unknown() implements Verdict {}

    /// Small talk.
    record Chat(SmallTalk.Kind kind) implements Verdict {}

    /// A submission.
    record Filed(Submission kind) implements Verdict {}

    /// The wish for a person.
    record Person() implements Verdict {}

    /// Danger.
    record Danger(Emergency.Kind kind) implements Verdict {}
  }
}
