package cz.okenko.connectors.email.reading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Finds the parts of a mail in its bytes. What is too deep, too many or too large is a [Breach];
/// what is only wrong (no boundary, no end) is read as it stands.
public final class Anatomy {
  /// How deep parts may lie in parts; honest mail has three or four levels.
  static final int MOST_LEVELS = 20;

  /// A mail of 90 kB with 10,000 parts costs a mail library a second.
  static final int MOST_PARTS = 200;

  /// Large providers carry up to 25–35 MB, coded as base64 a third more.
  public static final int MOST_BYTES = 50 * 1024 * 1024;

  static final int MOST_HEADER_BYTES = 256 * 1024;

  private static final String PLAIN = "text/plain";

  private final Stopwatch watch;
  private int parts;

  private Anatomy(Stopwatch watch) {
    this.watch = watch;
  }

  /// The mail with all its parts.
  ///
  /// @throws Breach when it passes a limit
  public static Part of(Bytes mail, Stopwatch watch) throws Breach {
    if (mail.size() > MOST_BYTES) {
      throw new Breach("size");
    }
    return new Anatomy(watch).part(mail, "", 0, PLAIN);
  }

  private Part part(Bytes all, String path, int level, String otherwise) throws Breach {
    watch.check();
    if (level > MOST_LEVELS) {
      throw new Breach("levels");
    }
    if (++parts > MOST_PARTS) {
      throw new Breach("parts");
    }
    int blank = endOfHead(all);
    Headers headers = Headers.of(all.part(0, blank));
    MediaType type = MediaType.typeOf(headers.value("content-type"), otherwise);
    Bytes body = all.part(all.size() > blank ? all.lineEnd(blank) : blank, all.size());
    if (!type.is("multipart/")) {
      return new Part(path, headers, type, body, List.of());
    }
    List<Part> children = new ArrayList<>();
    String inner = type.is("multipart/digest") ? "message/rfc822" : PLAIN;
    for (Bytes piece : pieces(body, type.parameter("boundary"))) {
      String name = (path.isEmpty() ? "" : path + ".") + (children.size() + 1);
      children.add(part(piece, name, level + 1, inner));
    }
    MediaType shown = children.isEmpty() ? new MediaType(PLAIN, type.parameters()) : type;
    return new Part(path, headers, shown, body, children);
  }

  /// Where the empty line begins that ends the head.
  private static int endOfHead(Bytes all) throws Breach {
    int at = 0;
    while (at < all.size()) {
      if (all.at(at) == '\n'
          || (all.at(at) == '\r' && at + 1 < all.size() && all.at(at + 1) == '\n')) {
        break;
      }
      at = all.lineEnd(at);
      if (at > MOST_HEADER_BYTES) {
        throw new Breach("header");
      }
    }
    return at;
  }

  /// What stands between lines that begin with the boundary (RFC 2046 §5.1.1).
  private List<Bytes> pieces(Bytes body, String boundary) throws Breach {
    List<Bytes> pieces = new ArrayList<>();
    if (boundary.isEmpty()) {
      return pieces;
    }
    byte[] line = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    int start = -1;
    int at = 0;
    while (at < body.size()) {
      int end = body.lineEnd(at);
      if (body.at(at) == '-' && body.startsWith(line, at)) {
        String rest = body.part(at + line.length, Math.min(end, at + line.length + 80)).latin();
        if (rest.isBlank() || rest.startsWith("--")) {
          add(pieces, body, start, at);
          start = rest.startsWith("--") ? -1 : end;
        }
      }
      at = end;
    }
    add(pieces, body, start, body.size());
    watch.check();
    return pieces;
  }

  /// The line break before a boundary belongs to the boundary.
  private static void add(List<Bytes> pieces, Bytes body, int start, int boundary) throws Breach {
    if (start < 0) {
      return;
    }
    int end = boundary;
    if (end > start && end < body.size() && body.at(end - 1) == '\n') {
      end--;
      end -= end > start && body.at(end - 1) == '\r' ? 1 : 0;
    }
    pieces.add(body.part(start, end));
    if (pieces.size() > MOST_PARTS) {
      throw new Breach("parts");
    }
  }
}
