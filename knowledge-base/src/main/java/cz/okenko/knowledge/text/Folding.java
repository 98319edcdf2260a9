package cz.okenko.knowledge.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Takes case and diacritics off, so that what is typed without them meets what is written with
/// them. Cyrillic letters become the Latin ones a Czech would write for them, so that words both
/// languages have (документи, адреса, штраф) meet as well.
public final class Folding {

  private static final int LONGEST_WORD = 40;
  private static final String APOSTROPHES = "'’ʼ`";
  private static final char FIRST_CYRILLIC = 'а';
  private static final char LAST_CYRILLIC = 'ґ';

  /// From а on in the order of Unicode; letters that are not Ukrainian or Russian have nothing.
  private static final String[] LATIN =
      "a,b,v,h,d,e,z,z,y,j,k,l,m,n,o,p,r,s,t,u,f,ch,c,c,s,sc,,y,,e,ju,ja,e,jo,,,je,,i,ji"
          .split(",", -1);

  private Folding() {}

  /// The words of a text, folded: runs of letters and digits, overlong ones cut.
  public static List<String> words(String text) {
    return words(text, Integer.MAX_VALUE);
  }

  /// The first words of a text, folded.
  public static List<String> words(String text, int atMost) {
    String plain = fold(text);
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= plain.length() && words.size() < atMost; i++) {
      boolean inside = i < plain.length() && Character.isLetterOrDigit(plain.charAt(i));
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        words.add(plain.substring(start, Math.min(i, start + LONGEST_WORD)));
        start = -1;
      }
    }
    return words;
  }

  /// The whole text, folded.
  public static String fold(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (isAscii(lower)) {
      return lower;
    }
    String apart = Normalizer.normalize(latin(lower), Normalizer.Form.NFKD);
    StringBuilder plain = new StringBuilder(apart.length());
    for (int i = 0; i < apart.length(); i++) {
      char c = apart.charAt(i);
      if (Character.getType(c) == Character.NON_SPACING_MARK) {
        continue;
      }
      switch (c) {
        case 'ß' -> plain.append("ss");
        case 'ł' -> plain.append('l');
        case 'đ' -> plain.append('d');
        case 'ø' -> plain.append('o');
        default -> plain.append(c);
      }
    }
    return plain.toString();
  }

  private static String latin(String text) {
    StringBuilder latin = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isInsideCyrillic(text, i) && APOSTROPHES.indexOf(c) >= 0) {
        continue;
      }
      if (c < FIRST_CYRILLIC || c > LAST_CYRILLIC) {
        latin.append(c);
      } else if (c == LAST_CYRILLIC) {
        latin.append('g');
      } else if (c - FIRST_CYRILLIC < LATIN.length) {
        latin.append(LATIN[c - FIRST_CYRILLIC]);
      }
    }
    return latin.toString();
  }

  /// Ukrainian writes an apostrophe within a word (б'є), and many leave it out.
  private static boolean isInsideCyrillic(String text, int at) {
    return at > 0
        && at + 1 < text.length()
        && isCyrillic(text.charAt(at - 1))
        && isCyrillic(text.charAt(at + 1));
  }

  private static boolean isCyrillic(char c) {
    return c >= FIRST_CYRILLIC && c <= LAST_CYRILLIC;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }
}
