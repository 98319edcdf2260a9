package cz.okenko.knowledge.finding;

import cz.okenko.knowledge.Answer.Emergency;
import cz.okenko.knowledge.Answer.SmallTalk;
import cz.okenko.knowledge.content.Intents;
import cz.okenko.knowledge.text.Folding;
import cz.okenko.knowledge.text.WordPatterns;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is decided before anything is searched: danger, the wish for a person, and utterances that
/// are small talk from the first word to the last.
final class Rules {

  private static final int MOST_WORDS = 300;
  private static final int LONGEST_SMALL_TALK = 15;

  /// Words that may stand between pieces of small talk, folded.
  private static final Set<String> FILLERS =
      Set.of(
          "a", "i", "tak", "no", "jo", "moc", "vam", "ti", "za", "pomoc", "radu", "rady", "odpoved",
          "info", "informaci", "informace", "ochotu", "prosim", "pekne", "vsem", "vsechno", "uz",
          "okenko", "for", "your", "help", "so", "und", "auch", "fur", "sehr", "та", "дуже");

  private final WordPatterns<Emergency.Kind> emergencies = new WordPatterns<>();
  private final WordPatterns<Boolean> handoffs = new WordPatterns<>();
  private final WordPatterns<SmallTalk.Kind> smallTalk = new WordPatterns<>();

  Rules(Intents intents) {
    intents
        .emergency()
        .forEach((kind, wordings) -> wordings.forEach(text -> emergencies.add(kind, text)));
    intents.handoff().forEach(text -> handoffs.add(true, text));
    intents
        .smallTalk()
        .forEach((kind, wordings) -> wordings.forEach(text -> smallTalk.add(kind, text)));
  }

  sealed interface Ruling {
    record Danger(Emergency.Kind kind) implements Ruling {}

    record Person() implements Ruling {}

    record Chat(SmallTalk.Kind kind) implements Ruling {}
  }

  Optional<Ruling> on(String text) {
    List<String> words = Folding.words(text, MOST_WORDS);
    if (words.isEmpty()) {
      return Optional.of(new Ruling.Chat(SmallTalk.Kind.UNREADABLE));
    }
    var danger = emergencies.firstIn(words);
    if (danger.isPresent()) {
      return Optional.of(new Ruling.Danger(danger.get().meaning()));
    }
    if (handoffs.firstIn(words).isPresent()) {
      return Optional.of(new Ruling.Person());
    }
    return words.size() > LONGEST_SMALL_TALK ? Optional.empty() : chat(words);
  }

  /// Of "dobrý den, děkuji" the thanks matter, not the greeting; abuse matters most.
  private Optional<Ruling> chat(List<String> words) {
    List<WordPatterns.Hit<SmallTalk.Kind>> cover = smallTalk.coverOf(words, FILLERS);
    if (cover.isEmpty()) {
      return Optional.empty();
    }
    SmallTalk.Kind kind = cover.getFirst().meaning();
    for (WordPatterns.Hit<SmallTalk.Kind> hit : cover) {
      if (kind == SmallTalk.Kind.GREETING || hit.meaning() == SmallTalk.Kind.ABUSE) {
        kind = hit.meaning();
      }
    }
    return Optional.of(new Ruling.Chat(kind));
  }
}
