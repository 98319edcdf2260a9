package cz.okenko.knowledge.finding;

import cz.okenko.knowledge.Aspect;
import cz.okenko.knowledge.Candidate;
import cz.okenko.knowledge.Question;
import cz.okenko.knowledge.Slug;
import cz.okenko.knowledge.content.Intents;
import cz.okenko.knowledge.finding.Finding.Verdict;
import cz.okenko.knowledge.finding.Ranker.Ranked;
import cz.okenko.knowledge.index.Scores;
import cz.okenko.knowledge.index.SubjectIndex;
import cz.okenko.knowledge.text.Features;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Decides what a question is about: rules first, then the index, the ranker and the confidence.
/// Safe for many threads.
public final class Finder {

  /// From this confidence on the first is answered outright.
  static final double SURE = 0.65;

  /// From this confidence on the first few are offered as a choice.
  static final double LIKELY = 0.25;

  /// From this confidence on the citizen is sent elsewhere, and from the lower one when no article
  /// comes near.
  private static final double SURELY_ELSEWHERE = 0.55;

  private static final double ALONE_ELSEWHERE = 0.45;
  private static final double RIVALS_AT_ALL = 0.1;

  /// When the first is a neighbouring matter but not surely, articles at least this likely in
  /// comparison are offered.
  private static final double RIVALS_NEIGHBOUR = 0.6;

  /// The confidence in what a rule decided.
  private static final double BY_RULE = 1.0;

  /// The confidence that a question without a subject means what is being talked about.
  private static final double IN_CONTEXT = 0.8;

  /// A candidate less likely than this share of the first is not offered.
  private static final double WORTH_OFFERING = 0.12;

  /// Nobody reads a longer question, nor does the index.
  private static final int LONGEST = 5_000;

  private static final int MOST_CANDIDATES = 5;
  private static final int MOST_OFFERED = 3;

  private final SubjectIndex index;
  private final Ranker ranker;
  private final Rules rules;
  private final AspectDetection aspects = new AspectDetection();

  public Finder(SubjectIndex index, Ranker ranker, Intents intents) {
    this.index = index;
    this.ranker = ranker;
    this.rules = new Rules(intents);
  }

  /// Decides on any text whatever.
  public Finding find(Question question) {
    String text = question.text().substring(0, Math.min(LONGEST, question.text().length()));
    Features features = index.analysis().of(text);
    Scores scores = index.scores(features);
    List<Ranked> ranking = ranker.rank(scores);
    List<Candidate> candidates = candidates(ranking);
    Optional<Rules.Ruling> ruling = rules.on(text);
    if (ruling.isPresent()) {
      return new Finding(candidates, BY_RULE, verdict(ruling.get()));
    }
    double confidence = confidence(ranking, scores);
    FollowUp followUp = FollowUp.of(features);
    if (followUp.own() > 0 && scores.known() == 0) {
      return new Finding(candidates, confidence, new Verdict.Unknown());
    }
    Aspect aspect = aspects.of(text);
    if (question.context() instanceof Question.Context.About(Slug slug)
        && followUp.isMeant(slug, ranking, confidence)) {
      return new Finding(
          first(slug, candidates), IN_CONTEXT, new Verdict.Situation(slug, aspect));
    }
    return new Finding(candidates, confidence, verdict(ranking, candidates, confidence, aspect));
  }

  private static Verdict verdict(Rules.Ruling ruling) {
    return switch (ruling) {
      case Rules.Ruling.Danger(var kind) -> new Verdict.Danger(kind);
      case Rules.Ruling.Person() -> new Verdict.Person();
      case Rules.Ruling.Chat(var kind) -> new Verdict.Chat(kind);
    };
  }

  private static Verdict verdict(
      List<Ranked> ranking, List<Candidate> candidates, double confidence, Aspect aspect) {
    if (ranking.isEmpty()) {
      return new Verdict.Unknown();
    }
    Ranked first = ranking.getFirst();
    if (first.subject().situation()) {
      if (confidence >= SURE) {
        return new Verdict.Situation(new Slug(first.subject().id()), aspect);
      }
      return choice(confidence < LIKELY ? 0 : offered(first, candidates));
    }
    double rival =
        candidates.isEmpty() ? 0 : candidates.getFirst().score() / first.likelihood();
    if (confidence >= (rival < RIVALS_AT_ALL ? ALONE_ELSEWHERE : SURELY_ELSEWHERE)) {
      return new Verdict.Neighbour(first.subject().id());
    }
    boolean rivalled = rival >= RIVALS_NEIGHBOUR;
    return choice(rivalled ? offered(first, candidates) : 0);
  }

  private static Verdict choice(int shown) {
    return shown >= 2 ? new Verdict.Choice(shown) : new Verdict.Unknown();
  }

  private static double confidence(List<Ranked> ranking, Scores scores) {
    if (ranking.isEmpty()) {
      return 0;
    }
    Evidence evidence = Evidence.of(ranking, scores);
    return ranking.getFirst().subject().situation()
        ? Confidence.ofSituation(evidence)
        : Confidence.ofNeighbour(evidence);
  }

  /// How many candidates are worth showing beside a first that is not sure.
  private static int offered(Ranked first, List<Candidate> candidates) {
    int shown = 0;
    for (Candidate candidate : candidates) {
      if (shown < 2 || candidate.score() >= WORTH_OFFERING * first.likelihood()) {
        shown++;
      }
      if (shown == MOST_OFFERED) {
        break;
      }
    }
    return shown;
  }

  private static List<Candidate> candidates(List<Ranked> ranking) {
    return ranking.stream()
        .filter(ranked -> ranked.subject().situation())
        .limit(MOST_CANDIDATES)
        .map(Finder::candidate)
        .toList();
  }

  private static Candidate candidate(Ranked ranked) {
    return new Candidate(
        new Slug(ranked.subject().id()), ranked.subject().title(), ranked.likelihood());
  }

  /// The candidates with the article being talked about in front.
  private List<Candidate> first(Slug slug, List<Candidate> others) {
    double best = others.isEmpty() ? IN_CONTEXT : Math.max(IN_CONTEXT, others.getFirst().score());
    List<Candidate> front =
        index.subjects().stream()
            .filter(subject -> subject.situation() && subject.id().equals(slug.value()))
            .map(subject -> new Candidate(slug, subject.title(), best))
            .toList();
    return Stream.concat(
            front.stream(), others.stream().filter(other -> !other.slug().equals(slug)))
        .limit(MOST_CANDIDATES)
        .toList();
  }
}
