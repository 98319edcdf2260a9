package cz.okenko.knowledge.finding;

import cz.okenko.knowledge.Answer.Emergency;
import cz.okenko.knowledge.Answer.SmallTalk;
import cz.okenko.knowledge.Submission;
import cz.okenko.knowledge.content.Intents;
import cz.okenko.knowledge.text.FoldedText;
import cz.okenko.knowledge.text.Reading;
import cz.okenko.knowledge.text.WordPatterns;
import cz.okenko.knowledge.text.WordTree;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is decided before anything is searched: danger, the wish for a person, a submission that is
/// being filed, and utterances that are small talk from the first word to the last. Takes a while to
/// make: once for a state of the wordings. Safe for many threads.
public final class Rules {

  private static final int LONGEST_SMALL_TALK = 15;

  /// How many words before a wording of a submission can make it a question.
  private static final int ASKING_REACH = 5;

  /// Whoever asks whether a person writes here does not ask for one.
  private static final Ruling IS_HUMAN = new Ruling.Chat(SmallTalk.Kind.IDENTITY);

  private static final List<SmallTalk.Kind> BY_WEIGHT =
      List.of(
          SmallTalk.Kind.ABUSE,
          SmallTalk.Kind.DISSATISFIED,
          SmallTalk.Kind.THANKS,
          SmallTalk.Kind.GOODBYE,
          SmallTalk.Kind.IDENTITY,
          SmallTalk.Kind.ABILITY,
          SmallTalk.Kind.JOKE,
          SmallTalk.Kind.PRAISE,
          SmallTalk.Kind.GREETING,
          SmallTalk.Kind.CHAT,
          SmallTalk.Kind.UNREADABLE);

  private final WordTree words = new WordTree();
  private final WordPatterns<Emergency.Kind> dangers;
  private final WordPatterns<Emergency.Kind> likelyDangers;
  private final WordPatterns<Boolean> errands;
  private final WordPatterns<Boolean> handoffs;
  private final WordPatterns<Boolean> tampering;
  private final WordPatterns<Boolean> askingAnyway;
  private final WordPatterns<Submission> submissions;
  private final WordPatterns<Boolean> asking;
  private final WordPatterns<SmallTalk.Kind> smallTalk;
  private final WordPatterns<Boolean> abuse;
  private final WordPatterns<Boolean> dissatisfied;
  private final WordPatterns<Boolean> fillers;

  /// The rules these wordings make.
  public Rules(Intents intents) {
    dangers = new WordPatterns<>(words, intents.dangers().sure());
    likelyDangers = new WordPatterns<>(words, intents.dangers().likely());
    errands = patterns(intents.dangers().errand());
    handoffs = patterns(intents.handoff());
    tampering = patterns(intents.tampering().wordings());
    askingAnyway = patterns(intents.tampering().asking());
    submissions = new WordPatterns<>(words, intents.submissions().wordings());
    asking = patterns(intents.submissions().asking());
    smallTalk = new WordPatterns<>(words, intents.smallTalk());
    abuse = patterns(intents.smallTalk(SmallTalk.Kind.ABUSE));
    dissatisfied = patterns(intents.smallTalk(SmallTalk.Kind.DISSATISFIED));
    fillers = patterns(intents.fillers());
  }

  private WordPatterns<Boolean> patterns(List<String> wordings) {
    return new WordPatterns<>(words, Map.of(true, wordings));
  }

  sealed interface Ruling {
    record Danger(Emergency.Kind kind) implements Ruling {}

    record Person() implements Ruling {}

    record Filing(Submission kind) implements Ruling {}

    record Chat(SmallTalk.Kind kind) implements Ruling {}
  }

  Optional<Ruling> on(FoldedText folded) {
    if (folded.words().stream().allMatch(word -> word.length() == 1)) {
      return Optional.of(new Ruling.Chat(SmallTalk.Kind.UNREADABLE));
    }
    Reading text = words.read(folded);
    Optional<Ruling> chat =
        text.size() > LONGEST_SMALL_TALK
            ? Optional.empty()
            : chat(text).or(() -> dissatisfied(text)).map(Ruling.Chat::new);
    return danger(text)
        .or(() -> filing(text))
        .or(() -> chat.filter(IS_HUMAN::equals))
        .or(() -> tampering(text))
        .or(() -> person(text))
        .or(() -> chat);
  }

  private Optional<Ruling> person(Reading text) {
    return handoffs.firstIn(text).map(hit -> new Ruling.Person());
  }

  /// Whoever would make it something else learns what it is for; a question after it is answered.
  private Optional<Ruling> tampering(Reading text) {
    return tampering
        .firstIn(text)
        .filter(hit -> !askingAnyway.occurIn(text.part(hit.end(), text.size())))
        .map(hit -> new Ruling.Chat(SmallTalk.Kind.ABILITY));
  }

  private Optional<Ruling> danger(Reading text) {
    return dangers
        .firstIn(text)
        .or(() -> likelyDangers.firstIn(text).filter(hit -> !errands.occurIn(text)))
        .map(hit -> new Ruling.Danger(hit.meaning()));
  }

  private Optional<Ruling> filing(Reading text) {
    return submissions
        .firstIn(text)
        .filter(hit -> !asked(text.part(Math.max(0, hit.start() - ASKING_REACH), hit.start())))
        .map(hit -> new Ruling.Filing(hit.meaning()));
  }

  private boolean asked(Reading before) {
    return asking.occurIn(before);
  }

  /// Of "dobrý den, děkuji" the thanks matter, not the greeting; abuse matters most.
  private Optional<SmallTalk.Kind> chat(Reading text) {
    Optional<SmallTalk.Kind> kind =
        smallTalk.coverOf(text, fillers).stream()
            .map(WordPatterns.Hit::meaning)
            .min(Comparator.comparingInt(BY_WEIGHT::indexOf));
    return kind.map(k -> abuse.occurIn(text) ? SmallTalk.Kind.ABUSE : k);
  }

  /// Whoever says that the answer was none says so in the middle of other things.
  private Optional<SmallTalk.Kind> dissatisfied(Reading text) {
    return dissatisfied.firstIn(text).map(hit -> SmallTalk.Kind.DISSATISFIED);
  }
}
