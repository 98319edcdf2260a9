package cz.okenko.connectors;

/// A file a citizen sent along. It is fetched after its message is on disk
/// ([Connector#fetch]), so that a slow download never keeps a message waiting.
///
/// @param name as the sender called it, possibly empty; shown, never used as a path
/// @param type as the sender declared it, possibly empty; never believed
/// @param size in bytes as the platform says, 0 when it does not
/// @param reference where the connector finds it again; opaque to everyone else, never logged
public record Attachment(String name, String type, long size, String reference) {

  /// The type alone: a name may tell about a person and a reference may open the file.
  @Override
  public String toString() {
    return "attachment of " + size + " bytes";
  }
}
