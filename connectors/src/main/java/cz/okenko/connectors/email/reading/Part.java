package cz.okenko.connectors.email.reading;

import java.util.List;
import java.util.Optional;

/// A mail or a part of one, as it stands: nothing is decoded before it is asked for.
///
/// @param path where it is found again: empty for the mail itself, `2.1` for the first part of the
///     second
/// @param children empty unless it is a multipart
public record Part(
    String path, Headers headers, MediaType type, Bytes body, List<Part> children) {
  private static final int LONGEST_TEXT = 2 * 1024 * 1024;

  public Part {
    children = List.copyOf(children);
  }

  /// The part at a path.
  public Optional<Part> at(String wanted) {
    if (path.equals(wanted)) {
      return Optional.of(this);
    }
    return children.stream().flatMap(child -> child.at(wanted).stream()).findFirst();
  }

  /// What it holds, its transfer encoding undone.
  public Bytes content() {
    return TransferEncoding.decode(body, headers.value("content-transfer-encoding"));
  }

  /// What it holds as text; of a very long one the beginning.
  String text() {
    Bytes start = body.part(0, LONGEST_TEXT);
    Bytes decoded =
        TransferEncoding.decode(start, headers.value("content-transfer-encoding"));
    return Charsets.decode(decoded, type.parameter("charset"));
  }

  /// The file name its sender gave it, possibly empty.
  String fileName() {
    MediaType disposition = MediaType.of(headers.value("content-disposition"));
    String name = disposition.parameter("filename");
    return name.isEmpty() ? type.parameter("name") : name;
  }

  boolean isAttached() {
    return MediaType.of(headers.value("content-disposition")).is("attachment");
  }
}
