package cz.okenko.knowledge.finding;

import cz.okenko.knowledge.Answer.SmallTalk;
import cz.okenko.knowledge.content.Said.Meaning;
import cz.okenko.knowledge.finding.Rules.Ruling;
import cz.okenko.knowledge.index.Scores;
import cz.okenko.knowledge.learning.Classifier;
import cz.okenko.knowledge.text.Features;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Hears what no rule has told: danger, the wish for a person, tampering and small talk, by how
/// something is said and by how little it has of any matter. Safe for many threads.
final class Ear {

  /// What speaks for a sort, in order; the weights learned for them go by these.
  static final List<String> PARTS =
      List.of(
          "always", "odds", "matter", "likelihood", "known", "phrase", "grams", "covered",
          "length");

  private static final int SHORTEST = 3;
  private static final double LEAST = 1e-4;
  private static final double LOG_UNIT = 3;
  private static final double LONG = 10;
  private static final double LONGEST = 2;

  private final Classifier tone;
  private final boolean cautious;
  private final List<Voice> voices;
  private final int matter;

  /// `tone` may know nothing at all, then nothing is heard. A cautious ear hears but danger, and only
  /// where the tone alone speaks more for it than for all else.
  Ear(Classifier tone, boolean cautious) {
    this.tone = tone;
    this.cautious = cautious;
    this.matter = tone.classes().indexOf(new Meaning.Matter().code());
    Map<Sort, Voice> bySort = new EnumMap<>(Sort.class);
    for (Meaning meaning : matter < 0 ? List.<Meaning>of() : Meaning.all()) {
      int number = tone.classes().indexOf(meaning.code());
      Sort.of(meaning)
          .map(sort -> bySort.computeIfAbsent(sort, Voice::new))
          .ifPresent(voice -> ruling(meaning).ifPresent(ruling -> voice.add(number, ruling)));
    }
    this.voices = List.copyOf(bySort.values());
  }

  /// What is weighed as one, the gravest first.
  enum Sort {
    DANGER,
    HANDOFF,
    TAMPERING,
    CHAT;

    /// Where a meaning belongs; a matter nowhere.
    static Optional<Sort> of(Meaning meaning) {
      return switch (meaning) {
        case Meaning.Danger _ -> Optional.of(DANGER);
        case Meaning.Person _ -> Optional.of(HANDOFF);
        case Meaning.Tampering _ -> Optional.of(TAMPERING);
        case Meaning.Chat _ -> Optional.of(CHAT);
        case Meaning.Matter _ -> Optional.empty();
      };
    }
  }

  /// What was heard.
  ///
  /// @param confidence how likely that is right, 0–1
  record Heard(Ruling ruling, double confidence) {}

  /// What a sort would come to, and what speaks for it.
  static final class Hint {
    private final Sort sort;
    private final Ruling ruling;
    private final double[] evidence;

    private Hint(Sort sort, Ruling ruling, double[] evidence) {
      this.sort = sort;
      this.ruling = ruling;
      this.evidence = evidence;
    }

    Sort sort() {
      return sort;
    }

    /// By the likeliest kind of the sort.
    Ruling ruling() {
      return ruling;
    }

    /// What the tone alone says, above 0 when it is likelier than not.
    double odds() {
      return evidence[1];
    }

    /// By [Ear#PARTS]; must not be changed.
    double[] evidence() {
      return evidence;
    }
  }

  /// The classes of one sort, each with what it comes to.
  private static final class Voice {
    private final Sort sort;
    private final List<Ruling> rulings = new ArrayList<>();
    private int[] classes = {};

    Voice(Sort sort) {
      this.sort = sort;
    }

    void add(int number, Ruling ruling) {
      classes = Arrays.copyOf(classes, classes.length + 1);
      classes[classes.length - 1] = number;
      rulings.add(ruling);
    }

    Hint hint(float[] likelihoods, double[] common) {
      double sum = 0;
      int likeliest = 0;
      for (int i = 0; i < classes.length; i++) {
        sum += likelihoods[classes[i]];
        likeliest = likelihoods[classes[i]] > likelihoods[classes[likeliest]] ? i : likeliest;
      }
      double[] evidence = common.clone();
      double bounded = Math.max(LEAST, Math.min(1 - LEAST, sum));
      evidence[1] = StrictMath.log(bounded / (1 - bounded)) / LOG_UNIT;
      return new Hint(sort, rulings.get(likeliest), evidence);
    }
  }

  /// What a sentence of this meaning comes to; a matter to nothing.
  static Optional<Ruling> ruling(Meaning meaning) {
    return switch (meaning) {
      case Meaning.Danger(var kind) -> Optional.of(new Ruling.Danger(kind));
      case Meaning.Person() -> Optional.of(new Ruling.Person());
      case Meaning.Tampering() -> Optional.of(new Ruling.Chat(SmallTalk.Kind.ABILITY));
      case Meaning.Chat(var kind) -> Optional.of(new Ruling.Chat(kind));
      case Meaning.Matter() -> Optional.empty();
    };
  }

  /// The gravest that is heard well enough. Words no subject knows at all are no small talk, but may
  /// be a cry for help.
  ///
  /// @param unknown nothing else would be answered
  Optional<Heard> on(Features text, Ranking ranking, boolean unknown, Weights weights) {
    List<Contender> contenders = ranking.all().stream().map(Ranked::contender).toList();
    Scores scores = ranking.scores();
    boolean gibberish = scores.size() > 0 && scores.known() == 0;
    return hints(text, contenders, scores).stream()
        .filter(hint -> !gibberish || hint.sort() == Sort.DANGER || hint.sort() == Sort.HANDOFF)
        .filter(hint -> !cautious || (hint.sort() == Sort.DANGER && hint.odds() > 0))
        .filter(hint -> weights.isHeard(hint, unknown))
        .map(hint -> new Heard(hint.ruling(), weights.heard(hint)))
        .findFirst();
  }

  /// A danger where a rule has told something else.
  Optional<Heard> danger(Features text, Ranking ranking, Weights weights) {
    return on(text, ranking, false, weights)
        .filter(heard -> heard.ruling() instanceof Ruling.Danger);
  }

  /// A hint of each sort, the gravest first; none of a text that names nothing ("a kde to je?").
  /// Nor of one without a
  /// word of some length that the tone knows. `contenders` are the subjects that may be meant.
  List<Hint> hints(Features text, List<Contender> contenders, Scores scores) {
    if (voices.isEmpty() || FollowUp.of(text).namesNothing() || !understands(text)) {
      return List.of();
    }
    float[] likelihoods = tone.likelihoods(text);
    double[] common = common(contenders, scores);
    common[2] = log(likelihoods[matter]);
    return voices.stream().map(voice -> voice.hint(likelihoods, common)).toList();
  }

  /// Of numbers, code and writing it never saw the tone says whatever is said most often.
  private boolean understands(Features text) {
    return text.words().stream().anyMatch(word -> word.length() >= SHORTEST && tone.knows(word));
  }

  private static double[] common(List<Contender> contenders, Scores scores) {
    double likelihood = 0;
    double phrase = 0;
    double grams = 0;
    double covered = 0;
    for (Contender contender : contenders) {
      likelihood = Math.max(likelihood, contender.likelihood());
      phrase = Math.max(phrase, contender.match().phrase());
      grams = Math.max(grams, contender.match().grams());
      covered = Math.max(covered, contender.match().covered());
    }
    double length = Math.min(LONGEST, scores.length() / LONG);
    return new double[] {
      1, 0, 0, log(likelihood), scores.known(), phrase, grams, covered, length
    };
  }

  private static double log(double likelihood) {
    return StrictMath.log(Math.max(LEAST, likelihood)) / LOG_UNIT;
  }
}
