package cz.okenko.knowledge.finding;

import cz.okenko.knowledge.Answer.Emergency;
import cz.okenko.knowledge.Answer.SmallTalk;
import cz.okenko.knowledge.Submission;
import cz.okenko.knowledge.content.Intents;
import cz.okenko.knowledge.text.Folding;
import cz.okenko.knowledge.text.WordPatterns;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is decided before anything is searched: danger, the wish for a person, a submission that is
/// being filed, and utterances that are small talk from the first word to the last.
final class Rules {

  private static final int MOST_WORDS = 300;
  private static final int LONGEST_SMALL_TALK = 15;

  /// How many words before a wording of a submission can make it a question.
  private static final int ASKING_REACH = 5;

  /// Whoever asks whether a person writes here does not ask for one.
  private static final Ruling IS_HUMAN = new Ruling.Chat(SmallTalk.Kind.IDENTITY);

  private static final List<SmallTalk.Kind> BY_WEIGHT =
      List.of(
          SmallTalk.Kind.ABUSE,
          SmallTalk.Kind.THANKS,
          SmallTalk.Kind.GOODBYE,
          SmallTalk.Kind.IDENTITY,
          SmallTalk.Kind.ABILITY,
          SmallTalk.Kind.JOKE,
          SmallTalk.Kind.PRAISE,
          SmallTalk.Kind.GREETING,
          SmallTalk.Kind.CHAT,
          SmallTalk.Kind.UNREADABLE);

  private final WordPatterns<Emergency.Kind> dangers;
  private final WordPatterns<Emergency.Kind> likelyDangers;
  private final WordPatterns<Boolean> errands = new WordPatterns<>();
  private final WordPatterns<Boolean> handoffs = new WordPatterns<>();
  private final WordPatterns<Submission> submissions;
  private final WordPatterns<Boolean> asking = new WordPatterns<>();
  private final WordPatterns<SmallTalk.Kind> smallTalk;
  private final WordPatterns<Boolean> abuse = new WordPatterns<>();
  private final Set<String> fillers;

  Rules(Intents intents) {
    dangers = patterns(intents.dangers().sure());
    likelyDangers = patterns(intents.dangers().likely());
    intents.dangers().errand().forEach(text -> errands.add(true, text));
    intents.handoff().forEach(text -> handoffs.add(true, text));
    submissions = patterns(intents.submissions().wordings());
    intents.submissions().asking().forEach(text -> asking.add(true, text));
    smallTalk = patterns(intents.smallTalk());
    intents
        .smallTalk()
        .getOrDefault(SmallTalk.Kind.ABUSE, List.of())
        .forEach(text -> abuse.add(true, text));
    fillers = words(intents.fillers());
  }

  private static <M> WordPatterns<M> patterns(Map<M, List<String>> wordings) {
    WordPatterns<M> patterns = new WordPatterns<>();
    wordings.forEach((meaning, texts) -> texts.forEach(text -> patterns.add(meaning, text)));
    return patterns;
  }

  private static Set<String> words(Collection<String> texts) {
    Set<String> words = new HashSet<>();
    texts.forEach(text -> words.addAll(Folding.words(text)));
    return words;
  }

  sealed interface Ruling {
    record Danger(Emergency.Kind kind) implements Ruling {}

    record Person() implements Ruling {}

    record Filing(Submission kind) implements Ruling {}

    record Chat(SmallTalk.Kind kind) implements Ruling {}
  }

  Optional<Ruling> on(String text) {
    List<String> words = Folding.words(text, MOST_WORDS);
    if (words.isEmpty()) {
      return Optional.of(new Ruling.Chat(SmallTalk.Kind.UNREADABLE));
    }
    Optional<Ruling> chat =
        words.size() > LONGEST_SMALL_TALK ? Optional.empty() : chat(words).map(Ruling.Chat::new);
    return danger(words)
        .or(() -> filing(words))
        .or(() -> chat.filter(IS_HUMAN::equals))
        .or(() -> person(words))
        .or(() -> chat);
  }

  private Optional<Ruling> person(List<String> words) {
    return handoffs.firstIn(words).map(hit -> new Ruling.Person());
  }

  private Optional<Ruling> danger(List<String> words) {
    return dangers
        .firstIn(words)
        .or(() -> likelyDangers.firstIn(words).filter(hit -> errands.firstIn(words).isEmpty()))
        .map(hit -> new Ruling.Danger(hit.meaning()));
  }

  private Optional<Ruling> filing(List<String> words) {
    return submissions
        .firstIn(words)
        .filter(hit -> !asked(words.subList(Math.max(0, hit.start() - ASKING_REACH), hit.start())))
        .map(hit -> new Ruling.Filing(hit.meaning()));
  }

  private boolean asked(List<String> before) {
    return asking.firstIn(before).isPresent();
  }

  /// Of "dobrý den, děkuji" the thanks matter, not the greeting; abuse matters most.
  private Optional<SmallTalk.Kind> chat(List<String> words) {
    Optional<SmallTalk.Kind> kind =
        smallTalk.coverOf(words, fillers).stream()
            .map(WordPatterns.Hit::meaning)
            .min(Comparator.comparingInt(BY_WEIGHT::indexOf));
    return kind.map(k -> abuse.firstIn(words).isPresent() ? SmallTalk.Kind.ABUSE : k);
  }
}
