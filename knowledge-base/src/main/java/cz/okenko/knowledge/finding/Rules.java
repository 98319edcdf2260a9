package cz.okenko.knowledge.finding;

import cz.okenko.knowledge.Answer.Emergency;
import cz.okenko.knowledge.Answer.SmallTalk;
import cz.okenko.knowledge.Submission;
import cz.okenko.knowledge.content.Intents;
import cz.okenko.knowledge.text.FoldedText;
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
  private final WordPatterns<Boolean> tampering = new WordPatterns<>();
  private final WordPatterns<Boolean> askingAnyway = new WordPatterns<>();
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
    intents.tampering().wordings().forEach(text -> tampering.add(true, text));
    intents.tampering().asking().forEach(text -> askingAnyway.add(true, text));
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

  Optional<Ruling> on(FoldedText text) {
    int words = text.words().size();
    if (words == 0) {
      return Optional.of(new Ruling.Chat(SmallTalk.Kind.UNREADABLE));
    }
    Optional<Ruling> chat =
        words > LONGEST_SMALL_TALK ? Optional.empty() : chat(text).map(Ruling.Chat::new);
    return danger(text)
        .or(() -> filing(text))
        .or(() -> chat.filter(IS_HUMAN::equals))
        .or(() -> tampering(text))
        .or(() -> person(text))
        .or(() -> chat);
  }

  private Optional<Ruling> person(FoldedText text) {
    return handoffs.firstIn(text).map(hit -> new Ruling.Person());
  }

  /// Whoever would make it something else learns what it is for; a question after it is answered.
  private Optional<Ruling> tampering(FoldedText text) {
    return tampering
        .firstIn(text)
        .filter(hit -> askingAnyway.firstIn(text.part(hit.end(), text.words().size())).isEmpty())
        .map(hit -> new Ruling.Chat(SmallTalk.Kind.ABILITY));
  }

  private Optional<Ruling> danger(FoldedText text) {
    return dangers
        .firstIn(text)
        .or(() -> likelyDangers.firstIn(text).filter(hit -> errands.firstIn(text).isEmpty()))
        .map(hit -> new Ruling.Danger(hit.meaning()));
  }

  private Optional<Ruling> filing(FoldedText text) {
    return submissions
        .firstIn(text)
        .filter(hit -> !asked(text.part(Math.max(0, hit.start() - ASKING_REACH), hit.start())))
        .map(hit -> new Ruling.Filing(hit.meaning()));
  }

  private boolean asked(FoldedText before) {
    return asking.firstIn(before).isPresent();
  }

  /// Of "dobrý den, děkuji" the thanks matter, not the greeting; abuse matters most.
  private Optional<SmallTalk.Kind> chat(FoldedText text) {
    Optional<SmallTalk.Kind> kind =
        smallTalk.coverOf(text, fillers).stream()
            .map(WordPatterns.Hit::meaning)
            .min(Comparator.comparingInt(BY_WEIGHT::indexOf));
    return kind.map(k -> abuse.firstIn(text).isPresent() ? SmallTalk.Kind.ABUSE : k);
  }
}
