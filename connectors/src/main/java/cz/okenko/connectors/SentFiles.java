package cz.okenko.connectors;

import java.util.Optional;

/// Files the office sent along, for channels whose other side comes for them. Safe for any thread.
public interface SentFiles {
  /// None.
  SentFiles NONE = id -> Optional.empty();

  /// The file of that id, if it was sent to anybody and is still kept. Whoever hands it out sees to it that
  /// it goes only to where it was sent.
  Optional<Sent> find(long id);

  /// A file, and where it was sent.
  record Sent(Address to, Enclosure file) {}
}
