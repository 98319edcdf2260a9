package cz.okenko.connectors;

import java.io.IOException;
import java.io.InputStream;

/// A file the office sends along with what it says.
///
/// @param id the gateway's, by which [SentFiles] finds it again
/// @param name under which it is saved: harmless, with the ending of what it is
/// @param type what it is by its content
/// @param size in bytes
/// @param content the file itself
public record Enclosure(long id, String name, String type, long size, Content content) {

  /// A file that can be read more than once.
  @FunctionalInterface
  public interface Content {
    /// Opens it at its beginning; the caller closes it.
    InputStream open() throws IOException;
  }

  /// The name may tell about a person, so it must not reach a log.
  @Override
  public String toString() {
    return "enclosure " + id + " of " + size + " bytes";
  }
}
