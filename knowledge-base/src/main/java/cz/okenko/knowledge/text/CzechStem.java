package cz.okenko.knowledge.text;

/// A light Czech stemmer for folded words: takes off case and adjective endings, spoken ones
/// included, and undoes c/z for k/h at the end (`obcance` and `obcanka` meet in `obcank`). Ukrainian
/// words, written in Latin by [Folding], lose their endings with the same list.
public final class CzechStem {

  private static final int SHORTEST_STEM = 3;

  /// Longest first. The spoken forms are -ej, -ejch, -ejho, -ejmu, -ejma, -ama and their like.
  private static final String[] ENDINGS = {
    "ennja", "annja", "ejsich", "ejsiho", "ejsimu", "ovani", "ovala", "ovali", "ejsim", "ejchz",
    "ejsi", "atech", "ejch", "ejho", "ejmu", "ejma", "oval", "ovat", "ujeme", "ujete", "ujou",
    "enym", "eneho", "ene", "ich", "eho", "emi", "emu", "ete", "eti", "iho", "imi", "imu", "ach",
    "ata", "aty", "ych", "ama", "ami", "ove", "ovi", "ymi", "uju", "uji", "uje", "ovy", "ova",
    "ech", "ima", "yma", "eme", "ime", "ite", "ila", "ili", "ilo", "ala", "ali", "alo", "eni",
    "ani", "oho", "omu", "oju", "iji", "ija", "iju", "ysj", "tysja", "yty", "aty", "ej", "em", "es", "im", "um", "at", "am", "os", "us", "ym", "ou", "il", "al", "it",
    "et", "ma", "uv", "ov", "iv", "yj", "yh", "ju", "ja", "e", "i", "u", "y", "a", "o"
  };

  private CzechStem() {}

  /// The stem of one folded word; what begins with a digit stays as it is.
  public static String of(String folded) {
    int length = folded.length();
    if (length <= SHORTEST_STEM || Character.isDigit(folded.charAt(0))) {
      return folded;
    }
    return hardened(withoutEnding(folded));
  }

  private static String withoutEnding(String word) {
    for (String ending : ENDINGS) {
      if (word.length() - ending.length() >= SHORTEST_STEM && word.endsWith(ending)) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }

  private static String hardened(String stem) {
    int last = stem.length() - 1;
    return switch (stem.charAt(last)) {
      case 'c' -> stem.substring(0, last) + 'k';
      case 'z' -> stem.substring(0, last) + 'h';
      default -> stem;
    };
  }
}
