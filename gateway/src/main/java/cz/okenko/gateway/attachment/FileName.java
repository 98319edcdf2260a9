package cz.okenko.gateway.attachment;

import cz.okenko.gateway.attachment.AttachmentRows.Held;
import java.nio.charset.StandardCharsets;
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

  /// The header `Content-Disposition`. Source: RFC 6266, section 4, and RFC 8187.
  static String disposition(Held held) {
    String name = of(held.name(), held.sniffed(), held.file());
    String plain = name.replaceAll("[^A-Za-z0-9._ -]", "_");
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded(name);
  }

  static String of(String sent, String sniffed, String file) {
    String name = UNWANTED.matcher(sent).replaceAll("_").strip().replaceAll("^[. ]+|[. ]+$", "");
    if (name.isEmpty()) {
      name = "soubor-" + file.substring(0, Math.min(6, file.length()));
    }
    String ending = FileType.extension(sniffed);
    boolean right = name.toLowerCase(Locale.ROOT).endsWith("." + ending);
    String kept = name.codePointCount(0, name.length()) > LONGEST ? shortened(name) : name;
    return right && kept.equals(name) ? kept : kept + "." + ending;
  }

  private static String shortened(String name) {
    return name.substring(0, name.offsetByCodePoints(0, LONGEST));
  }

  private static String encoded(String name) {
    var encoded = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9');
      if (plain || b == '.' || b == '-' || b == '_') {
        encoded.append((char) b);
      } else {
        encoded.append(String.format(Locale.ROOT, "%%%02X", b & 0xff));
      }
    }
    return encoded.toString();
  }
}
