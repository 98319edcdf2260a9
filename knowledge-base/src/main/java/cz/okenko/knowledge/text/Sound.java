package cz.okenko.knowledge.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How a folded word sounds, so that wordings meet what people write by ear: i for y, v for w, one
/// letter for several of the same, the spoken *vožralej* and *starýho* for *ožralý* and *starého*,
/// *sem* for *jsem*, *z* for *s* before a hard consonant. Words of other languages come out odd but
/// always alike.
final class Sound {

  /// Shorter ones would fall together: *hoří* and *hory*.
  private static final int I_FOR_Y = 5;

  private static final List<Map.Entry<String, String>> ENDINGS =
      List.of(
          Map.entry("ejch", "ich"),
          Map.entry("ejho", "eho"),
          Map.entry("iho", "eho"),
          Map.entry("ejm", "im"),
          Map.entry("ej", "i"));

  private Sound() {}

  /// The sound of a word.
  static String of(String word) {
    String sound = letters(word, word.length() >= I_FOR_Y);
    if (sound.length() >= I_FOR_Y) {
      for (Map.Entry<String, String> ending : ENDINGS) {
        if (sound.endsWith(ending.getKey())) {
          return sound.substring(0, sound.length() - ending.getKey().length()) + ending.getValue();
        }
      }
    }
    return sound;
  }

  /// How a word may sound that begins with these letters: as a short one or as a long one.
  static Set<String> ofBeginning(String letters) {
    return new LinkedHashSet<>(
        List.of(letters(letters, letters.length() >= I_FOR_Y), letters(letters, true)));
  }

  private static String letters(String word, boolean isLong) {
    StringBuilder sound = new StringBuilder(word.length());
    for (int i = start(word); i < word.length(); i++) {
      char heard = heard(word, i, isLong);
      if (sound.isEmpty() || sound.charAt(sound.length() - 1) != heard || isDigit(heard)) {
        sound.append(heard);
      }
    }
    if (sound.length() > 1 && sound.charAt(0) == 'z' && "kpt".indexOf(sound.charAt(1)) >= 0) {
      sound.setCharAt(0, 's');
    }
    return sound.toString();
  }

  /// What is left over (*zbyl*) is not what was beaten (*zbil*).
  private static char heard(String word, int at, boolean isLong) {
    char c = word.charAt(at);
    boolean beforeL = at + 1 < word.length() && word.charAt(at + 1) == 'l';
    return switch (c) {
      case 'y' -> isLong && !beforeL ? 'i' : 'y';
      case 'w' -> 'v';
      default -> c;
    };
  }

  private static int start(String word) {
    return word.startsWith("js") || (word.startsWith("vo") && word.length() > 2) ? 1 : 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
