package cz.okenko.knowledge;

import java.util.List;
import java.util.Locale;

/// What the knowledge base makes of a question. Every answer carries up to five articles in order
/// of likelihood, whatever the outcome, and the confidence that the outcome is right.
public sealed interface Answer {

  /// At most five, best first; life situations only.
  List<Candidate> candidates();

  /// 0–1: how likely the first candidate is the article the citizen means. For outcomes found by
  /// rule it is the confidence in the rule.
  double confidence();

  /// How many of the first candidates the citizen is shown: 1 when found, 2–3 when ambiguous.
  int shown();

  /// One article answers.
  record Found(List<Candidate> candidates, double confidence, Passage passage) implements Answer {
    public Found {
      candidates = List.copyOf(candidates);
    }

    @Override
    public int shown() {
      return 1;
    }
  }

  /// Two or three articles may be meant; the citizen chooses.
  record Ambiguous(List<Candidate> candidates, double confidence, int shown) implements Answer {
    public Ambiguous {
      candidates = List.copyOf(candidates);
      if (shown < 2 || shown > 3 || shown > candidates.size()) {
        throw new IllegalArgumentException(
            "cannot show " + shown + " of " + candidates.size() + " candidates");
      }
    }
  }

  /// Somebody else than the office handles the matter.
  record Elsewhere(List<Candidate> candidates, double confidence, Referral referral)
      implements Answer {
    public Elsewhere {
      candidates = List.copyOf(candidates);
    }

    @Override
    public int shown() {
      return 0;
    }
  }

  /// No article answers, or too many might.
  record NotFound(List<Candidate> candidates, double confidence) implements Answer {
    public NotFound {
      candidates = List.copyOf(candidates);
    }

    @Override
    public int shown() {
      return 0;
    }
  }

  /// Nothing was asked: the whole utterance is a greeting, thanks and the like.
  record SmallTalk(List<Candidate> candidates, double confidence, SmallTalk.Kind kind) implements Answer {
    public SmallTalk {
      candidates = List.copyOf(candidates);
    }

    @Override
    public int shown() {
      return 0;
    }

    /// What sort of small talk; the names in lower case with dashes are the keys of `intents.yaml`.
    public enum Kind {
      GREETING,
      THANKS,
      GOODBYE,
      IDENTITY,
      ABILITY,
      CHAT,
      JOKE,
      PRAISE,
      ABUSE,
      DISSATISFIED,
      UNREADABLE;

      /// The key in `intents.yaml`.
      public String code() {
        return name().toLowerCase(Locale.ROOT);
      }
    }
  }

  /// Something is filed, not asked: a person has to take it, and the citizen learns how to file it
  /// properly from the article of the submission, which is the first candidate.
  record Filed(List<Candidate> candidates, double confidence, Submission kind) implements Answer {
    public Filed {
      candidates = List.copyOf(candidates);
    }

    @Override
    public int shown() {
      return Math.min(1, candidates.size());
    }
  }

  /// The citizen wants a person.
  record HandoffWish(List<Candidate> candidates, double confidence) implements Answer {
    public HandoffWish {
      candidates = List.copyOf(candidates);
    }

    @Override
    public int shown() {
      return 0;
    }
  }

  /// Somebody is in danger: the right number at once and nothing else.
  record Emergency(List<Candidate> candidates, double confidence, Emergency.Kind kind) implements Answer {
    public Emergency {
      candidates = List.copyOf(candidates);
    }

    @Override
    public int shown() {
      return 0;
    }

    /// What sort of danger; the names in lower case with dashes are the keys of `intents.yaml`.
    public enum Kind {
      FIRE,
      MEDICAL,
      VIOLENCE,
      SUICIDE,
      GAS,
      ACCIDENT,
      MISSING;

      /// The key in `intents.yaml`.
      public String code() {
        return name().toLowerCase(Locale.ROOT);
      }
    }
  }
}
