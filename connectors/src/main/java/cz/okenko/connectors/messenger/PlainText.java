package cz.okenko.connectors.messenger;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The house's small Markdown as text without any markup, because the platform shows none; and its
/// division into messages.
final class PlainText {
  private static final Pattern BULLET = Pattern.compile("(?m)^[ \\t]{0,3}[-*][ \\t]+");
  private static final Pattern INLINE =
      Pattern.compile(
          "\\*\\*(?=\\S)([^*\\n]+?)\\*\\*|\\[([^\\[\\]\\n]{1,300})\\]\\(([^()\\s]{1,2000})\\)");
  private static final Pattern END_OF_LINE =
      Pattern.compile("[.,;:!?]?[ \\t]*(\\n.*)?", Pattern.DOTALL);

  /// Where a text may be divided, the best place first. A link holds no white space, so it is never
  /// divided.
  private static final List<Pattern> SEAMS =
      List.of(
          Pattern.compile("\\n[ \\t]*\\n"),
          Pattern.compile("\\n"),
          Pattern.compile("(?<=[.!?…])\\s"),
          Pattern.compile("\\s"));

  private final URI publicUrl;

  /// @param publicUrl what addresses without a host belong to
  PlainText(URI publicUrl) {
    this.publicUrl = publicUrl;
  }

  String of(String markdown) {
    String lines = markdown.replaceAll("\\r\\n?", "\n");
    return inline(BULLET.matcher(lines).replaceAll("• ")).strip();
  }

  private String inline(String text) {
    Matcher matcher = INLINE.matcher(text);
    return matcher.replaceAll(
        found -> Matcher.quoteReplacement(plain(found, text.substring(found.end()))));
  }

  private String plain(MatchResult found, String behind) {
    if (found.group(1) != null) {
      return inline(found.group(1));
    }
    String label = inline(found.group(2));
    String address = address(found.group(3));
    if (address.isEmpty() || label.equals(address)) {
      return label;
    }
    if (label.equals(address.replaceFirst("^https?://", ""))) {
      return address;
    }
    return END_OF_LINE.matcher(behind).matches()
        ? label + ": " + address
        : label + " (" + address + ")";
  }

  /// The address as a person can follow it; empty when it leads nowhere.
  private String address(String target) {
    if (target.startsWith("/") && !target.startsWith("//")) {
      return publicUrl + target;
    }
    if (target.startsWith("mailto:") || target.startsWith("tel:")) {
      return target.substring(target.indexOf(':') + 1);
    }
    return target.matches("(?i)https?://.*") ? target : "";
  }

  /// Pieces of at most `most` characters (UTF-16 units, which are never fewer than the platform
  /// counts), divided between sections rather than lines, lines rather than sentences, sentences
  /// rather than words.
  static List<String> pieces(String text, int most) {
    var pieces = new ArrayList<String>();
    String rest = text.strip();
    while (rest.length() > most) {
      int seam = seam(rest, most);
      pieces.add(rest.substring(0, seam).strip());
      rest = rest.substring(seam).strip();
    }
    if (!rest.isEmpty()) {
      pieces.add(rest);
    }
    return pieces;
  }

  /// A good seam in the second half of what fits; failing that any seam; failing that, in a word
  /// longer than a message, between two characters.
  private static int seam(String text, int most) {
    for (int least : new int[] {most / 2, 0}) {
      for (Pattern kind : SEAMS) {
        int seam = last(kind, text, most);
        if (seam > least) {
          return seam;
        }
      }
    }
    return Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
  }

  private static int last(Pattern kind, String text, int most) {
    Matcher matcher = kind.matcher(text).region(0, most + 1).useTransparentBounds(true);
    int last = 0;
    while (matcher.find()) {
      last = matcher.start();
    }
    return last;
  }
}
