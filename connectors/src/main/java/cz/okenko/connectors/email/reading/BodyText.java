package cz.okenko.connectors.email.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds what a mail says among its parts, and what came along.
final class BodyText {
  /// Far more than is shown; the rest need not be decoded.
  private static final int LONGEST = 200_000;

  private static final Set<String> WORDS = Set.of("text/plain", "text/html", "text/enriched");

  private final Stopwatch watch;
  private final StringBuilder text = new StringBuilder();
  private final Set<String> used = new HashSet<>();

  private BodyText(Stopwatch watch) {
    this.watch = watch;
  }

  /// @param text with everything quoted, possibly empty
  /// @param used paths of the parts it was taken from
  record Found(String text, Set<String> used) {}

  static Found in(Part mail, Stopwatch watch) throws Breach {
    BodyText body = new BodyText(watch);
    body.read(mail);
    if (body.text.toString().isBlank()) {
      body.readForwarded(mail);
    }
    return new Found(start(body.text), Set.copyOf(body.used));
  }

  private static String start(StringBuilder text) {
    return text.substring(0, Math.min(text.length(), LONGEST)).strip();
  }

  private void read(Part part) throws Breach {
    watch.check();
    if (!part.children().isEmpty()) {
      readAll(part);
    } else if (isWords(part) && text.length() < LONGEST) {
      used.add(part.path());
      String words = words(part);
      if (!words.isBlank()) {
        text.append(text.isEmpty() ? "" : "\n\n").append(words.strip());
      }
    }
  }

  private void readAll(Part part) throws Breach {
    if (part.type().is("multipart/alternative")) {
      readBest(part.children());
    } else if (part.type().is("multipart/encrypted")) {
      return;
    } else {
      for (Part child : part.children()) {
        read(child);
      }
    }
  }

  /// The plain version if it says something, else the others from last to first (RFC 2046 §5.1.4:
  /// the richest comes last). All readable versions count as used.
  private void readBest(List<Part> versions) throws Breach {
    List<Part> order = new ArrayList<>(versions.reversed());
    order.sort((a, b) -> Boolean.compare(b.type().is("text/plain"), a.type().is("text/plain")));
    int before = text.length();
    for (Part version : order) {
      if (text.length() == before) {
        read(version);
      } else if (isWords(version)) {
        used.add(version.path());
      }
    }
  }

  private static boolean isWords(Part part) {
    return WORDS.contains(part.type().name())
        && !part.isAttached()
        && (part.fileName().isEmpty() || part.path().isEmpty());
  }

  private String words(Part part) {
    String words = part.text();
    String read = part.type().is("text/html") ? HtmlText.of(words) : words;
    return clean(flowed(part, read));
  }

  /// Soft line breaks of RFC 3676 are undone.
  private static String flowed(Part part, String words) {
    if (!part.type().parameter("format").equalsIgnoreCase("flowed")) {
      return words;
    }
    boolean delete = part.type().parameter("delsp").equalsIgnoreCase("yes");
    StringBuilder out = new StringBuilder();
    for (String line : words.lines().toList()) {
      boolean soft = line.endsWith(" ") && !line.equals("-- ") && !line.startsWith(">");
      String bare = line.startsWith(" ") ? line.substring(1) : line;
      out.append(soft && delete ? bare.substring(0, bare.length() - 1) : bare);
      out.append(soft ? "" : "\n");
    }
    return out.toString();
  }

  /// Line ends become `\n`; control characters, and those that turn the direction of text or hide
  /// in it, go; half a surrogate pair becomes U+FFFD.
  static String clean(String words) {
    StringBuilder out = new StringBuilder(words.length());
    words
        .replace("\r\n", "\n")
        .replace('\r', '\n')
        .codePoints()
        .forEach(
            c -> {
              boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
              boolean hidden =
                  (c < 0x20 && c != '\n' && c != '\t')
                      || (c >= 0x7F && c <= 0x9F)
                      || (c >= 0x202A && c <= 0x202E)
                      || (c >= 0x2066 && c <= 0x2069)
                      || c == 0xFEFF;
              if (!hidden) {
                out.appendCodePoint(half ? 0xFFFD : c);
              }
            });
    return out.toString();
  }

  /// A mail that is nothing but another mail in an envelope: read one level into it (rule EM-13).
  private void readForwarded(Part part) throws Breach {
    if (part.type().is("message/rfc822") && part.children().isEmpty()) {
      Part inner = Anatomy.of(part.content(), watch);
      read(inner);
      return;
    }
    for (Part child : part.children()) {
      if (text.isEmpty()) {
        readForwarded(child);
      }
    }
  }
}
