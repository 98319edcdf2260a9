package cz.okenko.gateway.attachment;

import java.util.Locale;
import java.util.regex.Pattern;

/// The name a file is saved under: the sender's, without what could lead elsewhere or deceive, and
/// with the ending of what the file really is.
final class FileName {
  private static final int LONGEST = 80;

  /// Separators of paths, what Windows refuses, control characters, and marks that turn the
  /// direction of writing, so that `gpj.exe` reads as `exe.jpg`.
  private static final Pattern UNWANTED =
      Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}]+");

  private FileName() {}

  static String of(String sent, String sniffed, String file) {
    String name = UNWANTED.matcher(sent).replaceAll("_").strip().replaceAll("^[. ]+|[. ]+$", "");
    if (name.isEmpty()) {
      name = "soubor-" + file.substring(0, Math.min(6, file.length()));
    }
    String usual = FileType.extension(sniffed);
    String given = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    boolean right =
        name.contains(".") && (given.equals(usual) || FileType.endings(sniffed).contains(given));
    String kept = name.codePointCount(0, name.length()) > LONGEST ? shortened(name) : name;
    return right && kept.equals(name) ? kept : kept + "." + (right ? given : usual);
  }

  private static String shortened(String name) {
    return name.substring(0, name.offsetByCodePoints(0, LONGEST));
  }
}
