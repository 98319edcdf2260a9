package cz.okenko.knowledge.finding;

import cz.okenko.knowledge.Answer.SmallTalk;
import cz.okenko.knowledge.Aspect;
import cz.okenko.knowledge.Candidate;
import cz.okenko.knowledge.Question;
import cz.okenko.knowledge.Slug;
import cz.okenko.knowledge.finding.Finding.Verdict;
import cz.okenko.knowledge.index.Scores;
import cz.okenko.knowledge.index.SubjectIndex;
import cz.okenko.knowledge.text.Features;
import cz.okenko.knowledge.text.FoldedText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Decides what a question is about: rules first, then what is heard by ear, then the index, the
/// ranker and the confidence. Safe for many threads.
public final class Finder {

  /// The confidence in what a rule decided.
  private static final double BY_RULE = 1.0;

  /// The confidence that a question without a subject means what is being talked about.
  private static final double IN_CONTEXT = 0.8;

  /// A candidate less likely than this share of the first is not offered.
  private static final double WORTH_OFFERING = 0.12;

  /// Nobody reads a longer question, nor does the index.
  private static final int LONGEST = 5_000;

  /// Among fewer subjects nothing speaks for a matter, and what somebody asks would be heard as
  /// chatter: the ear's weights were learned beside all shipped articles and neighbouring matters.
  /// There it is cautious.
  private static final int FEWEST_FOR_EAR = 200;

  /// Said before a question as often as alone.
  private static final Set<SmallTalk.Kind> POLITE =
      Set.of(
          SmallTalk.Kind.GREETING,
          SmallTalk.Kind.THANKS,
          SmallTalk.Kind.GOODBYE,
          SmallTalk.Kind.PRAISE);

  private static final int MOST_CANDIDATES = 5;
  private static final int MOST_OFFERED = 3;

  private final SubjectIndex index;
  private final Opinion opinion;
  private final Kinship kinship;
  private final Ear ear;
  private final Weights weights;
  private final Rules rules;
  private final AspectDetection aspects = new AspectDetection();

  /// What was learned before the last change of the articles will do; `kinship` is that of just the
  /// subjects of the index.
  public Finder(
      SubjectIndex index, Learned learned, Kinship kinship, Weights weights, Rules rules) {
    this.index = index;
    this.kinship = kinship;
    this.opinion = new Opinion(learned.classifier(), index.subjects());
    boolean few = index.subjects().size() < FEWEST_FOR_EAR;
    this.ear = new Ear(learned.tone(), few);
    this.weights = weights;
    this.rules = rules;
  }

  /// Decides on any text whatever.
  public Finding find(Question question) {
    String start = question.text().substring(0, Math.min(LONGEST, question.text().length()));
    FoldedText text = FoldedText.of(start);
    Features features = index.analysis().of(text);
    Ranking ranking = ranking(features);
    List<Candidate> candidates = candidates(ranking.all());
    Optional<Rules.Ruling> ruling = rules.on(text);
    if (ruling.isPresent()) {
      return byRule(ruling.get(), features, ranking, candidates);
    }
    Decision decision = Decision.of(ranking, weights);
    FollowUp followUp = FollowUp.of(features);
    boolean inContext =
        question.context() instanceof Question.Context.About(Slug about)
            && followUp.isMeant(about, ranking.all(), decision.confidence());
    boolean unknown = decision.outcome() == Decision.Outcome.UNKNOWN && !inContext;
    Optional<Ear.Heard> heard = ear.on(features, ranking, unknown, weights);
    if (heard.isPresent()) {
      Rules.Ruling byEar = heard.get().ruling();
      boolean goesOn = inContext && followUp.joined() && isChat(byEar);
      if (!goesOn && !asksOn(start, byEar, unknown)) {
        return new Finding(candidates, heard.get().confidence(), verdict(byEar));
      }
    }
    double confidence = decision.confidence();
    if (followUp.own() > 0 && ranking.scores().known() == 0) {
      return new Finding(candidates, confidence, new Verdict.Unknown());
    }
    Aspect aspect = aspects.of(text);
    if (inContext && question.context() instanceof Question.Context.About(Slug slug)) {
      Slug meant = followUp.sibling(slug, features.stems(), index.subjects()).orElse(slug);
      return new Finding(
          first(meant, candidates), IN_CONTEXT, new Verdict.Situation(meant, aspect));
    }
    Verdict verdict = verdict(decision, ranking, candidates, aspect);
    boolean guessed = followUp.asksAlone() && !(verdict instanceof Verdict.Choice);
    return new Finding(candidates, confidence, guessed ? new Verdict.Unknown() : verdict);
  }

  /// A danger the ear hears is graver than whatever else a rule has told.
  private Finding byRule(
      Rules.Ruling ruling, Features features, Ranking ranking, List<Candidate> candidates) {
    if (!(ruling instanceof Rules.Ruling.Danger)) {
      Optional<Ear.Heard> danger = ear.danger(features, ranking, weights);
      if (danger.isPresent()) {
        double confidence = danger.get().confidence();
        return new Finding(candidates, confidence, verdict(danger.get().ruling()));
      }
    }
    return new Finding(ruled(ruling, candidates), BY_RULE, verdict(ruling));
  }

  /// Whoever goes on with what was talked about does not chat.
  private static boolean isChat(Rules.Ruling heard) {
    return heard instanceof Rules.Ruling.Chat;
  }

  /// Whoever thanks, praises or says goodbye with a question mark wants an answer, and so does who
  /// greets and asks what is known; "je tam někdo?" is a greeting.
  private static boolean asksOn(String text, Rules.Ruling heard, boolean unknown) {
    return heard instanceof Rules.Ruling.Chat(var kind)
        && POLITE.contains(kind)
        && text.indexOf('?') >= 0
        && !(unknown && kind == SmallTalk.Kind.GREETING);
  }

  private Ranking ranking(Features features) {
    Scores scores = index.scores(features);
    float[] bySubject = opinion.on(features);
    Comparison comparison = new Comparison(scores, bySubject, kinship.on(features));
    return Ranking.of(comparison.contenders(), scores, weights);
  }

  private List<Candidate> ruled(Rules.Ruling ruling, List<Candidate> candidates) {
    return ruling instanceof Rules.Ruling.Filing(var kind)
        ? first(kind.article(), candidates)
        : candidates;
  }

  private static Verdict verdict(Rules.Ruling ruling) {
    return switch (ruling) {
      case Rules.Ruling.Danger(var kind) -> new Verdict.Danger(kind);
      case Rules.Ruling.Filing(var kind) -> new Verdict.Filed(kind);
      case Rules.Ruling.Person() -> new Verdict.Person();
      case Rules.Ruling.Chat(var kind) -> new Verdict.Chat(kind);
    };
  }

  private static Verdict verdict(
      Decision decision, Ranking ranking, List<Candidate> candidates, Aspect aspect) {
    return switch (decision.outcome()) {
      case SURE -> new Verdict.Situation(candidates.getFirst().slug(), aspect);
      case ELSEWHERE -> new Verdict.Neighbour(ranking.all().getFirst().subject().id());
      case CHOICE -> choice(offered(candidates));
      case UNKNOWN -> new Verdict.Unknown();
    };
  }

  private static Verdict choice(int shown) {
    return shown >= 2 ? new Verdict.Choice(shown) : new Verdict.Unknown();
  }

  /// How many candidates are worth showing beside a first that is not sure.
  private static int offered(List<Candidate> candidates) {
    int shown = 0;
    for (Candidate candidate : candidates) {
      if (shown < 2 || candidate.score() >= WORTH_OFFERING * candidates.getFirst().score()) {
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
