package cz.okenko.knowledge.finding;

import cz.okenko.knowledge.Slug;
import cz.okenko.knowledge.text.Features;
import java.util.List;
import java.util.Set;

/// Whether a question continues what is being talked about. `own` counts its words that could name
/// a subject of its own; `joined` is true when it begins like a continuation ("a kolik to stojí").
record FollowUp(int own, boolean joined) {

  private static final int FEW = 3;
  private static final double CLEAR = 0.8;
  private static final double LIKELY = 0.25;

  private static final Set<String> JOINING =
      Set.of("a", "ale", "co", "i", "takze", "and", "what", "und", "aber", "was", "а", "і", "та");

  /// Beginnings of words that ask about an aspect and name no subject.
  private static final List<String> ASPECT_WORDS =
      List.of(
          "kolik", "stoj", "stat", "cen", "poplat", "plat", "zaplat", "dokla", "dokum", "papir",
          "donest", "prines", "vzit", "sebou", "sebo", "dlouh", "trva", "lhut", "termi", "potre",
          "treba", "formu", "onlin", "inter", "elekt", "odvol", "vyrid", "zarid", "hotov", "prij",
          "jdu", "kcem", "cost", "much", "long", "docum", "bring", "koste", "kosten", "lange",
          "unter", "dauer", "кошт", "довго", "докум", "скіл", "скил");

  static FollowUp of(Features features) {
    int own = 0;
    for (String stem : features.stems()) {
      if (ASPECT_WORDS.stream().noneMatch(stem::startsWith)) {
        own++;
      }
    }
    List<String> words = features.words();
    boolean joined = !words.isEmpty() && JOINING.contains(words.getFirst());
    return new FollowUp(own, joined);
  }

  /// Whether the article talked about is meant, given what the question alone would find.
  boolean isMeant(Slug slug, List<Ranked> ranking, double confidence) {
    if (own == 0 || ranking.isEmpty()) {
      return true;
    }
    if (ranking.getFirst().subject().id().equals(slug.value())) {
      return confidence >= LIKELY || own <= FEW;
    }
    boolean clear = confidence >= (joined ? CLEAR : Decision.CERTAIN);
    return own <= FEW && !clear && (joined || confidence < LIKELY);
  }
}
