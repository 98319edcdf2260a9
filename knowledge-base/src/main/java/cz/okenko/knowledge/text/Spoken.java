package cz.okenko.knowledge.text;

import java.util.Map;

/// Spoken Czech as it is written: *vobčanka* is *občanka*, *s novejma poplatkama* is *s novými
/// poplatky*. Content and questions both go through it, so a word it takes for a spoken one by mistake
/// is mistaken everywhere alike. Words of other languages that look the same (*vote*, *Vordruck*) are
/// left as they are.
final class Spoken {

  /// Short words whose spoken form has little in common with the written one, folded.
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("bejt", "byt"), Map.entry("dyby", "kdyby"), Map.entry("dycky", "vzdycky"),
          Map.entry("dyt", "vzdyt"), Map.entry("dyz", "kdyz"), Map.entry("esli", "jestli"),
          Map.entry("este", "jeste"), Map.entry("jesli", "jestli"), Map.entry("kerej", "ktery"),
          Map.entry("kera", "ktera"), Map.entry("kery", "ktery"), Map.entry("nak", "nejak"),
          Map.entry("naka", "nejaka"), Map.entry("nakej", "nejaky"), Map.entry("naky", "nejaky"),
          Map.entry("prej", "pry"), Map.entry("pude", "pujde"), Map.entry("pudu", "pujdu"),
          Map.entry("sme", "jsme"), Map.entry("tedka", "ted"), Map.entry("tedko", "ted"),
          Map.entry("vo", "o"), Map.entry("vod", "od"), Map.entry("zejtra", "zitra"));

  /// What stands after a `v` that is only spoken: *vokno*, *vosoba*, *votevřeno*, *vodhlásit*. Not so in
  /// *volba*, *vozidlo*, *voda*, nor in other languages' *Vormund* and *vote*.
  private static final String[] AFTER_V = {
    "ob", "ok", "op", "oh", "ov", "osob", "osv", "otev", "otaz", "odb", "odc", "odch", "odj", "odh",
    "odk", "odp", "odst", "odv", "odz"
  };

  private static final Ending[] ENDINGS = {
    new Ending("ejch", "ych"), new Ending("ejho", "eho"), new Ending("ejmu", "emu"),
    new Ending("ejma", "ymi"), new Ending("ejm", "ym"), new Ending("yho", "eho"),
    new Ending("ymu", "emu"), new Ending("yma", "ymi"), new Ending("ama", "ami"),
    new Ending("ej", "y")
  };

  private static final String SUPERLATIVE = "nej";
  private static final int SHORTEST = 3;

  private record Ending(String spoken, String written) {}

  private Spoken() {}

  /// The written form of a folded word, or the word itself.
  static String written(String word) {
    String whole = WORDS.get(word);
    if (whole != null) {
      return whole;
    }
    return word.length() <= SHORTEST ? word : inside(ending(beginning(word)));
  }

  private static String beginning(String word) {
    if (word.charAt(0) == 'v' && word.charAt(1) == 'o') {
      for (String rest : AFTER_V) {
        if (word.startsWith(rest, 1)) {
          return word.substring(1);
        }
      }
    }
    return word;
  }

  private static String ending(String word) {
    for (Ending ending : ENDINGS) {
      int kept = word.length() - ending.spoken().length();
      if (kept >= SHORTEST && word.endsWith(ending.spoken())) {
        return word.substring(0, kept) + ending.written();
      }
    }
    return word;
  }

  /// *tejden* is *týden*; *nejnovější* and *nejde* stay.
  private static String inside(String word) {
    int at = word.indexOf("ej", 1);
    boolean between =
        at > 0
            && at + 2 < word.length()
            && !isVowel(word.charAt(at - 1))
            && !isVowel(word.charAt(at + 2));
    return between && !word.startsWith(SUPERLATIVE)
        ? word.substring(0, at) + 'y' + word.substring(at + 2)
        : word;
  }

  private static boolean isVowel(char c) {
    return "aeiouy".indexOf(c) >= 0;
  }
}
