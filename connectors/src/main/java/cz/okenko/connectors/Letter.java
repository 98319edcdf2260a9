package cz.okenko.connectors;

/// Something sent once to a contact that a citizen named, outside of any conversation.
///
/// @param id the same for the same letter; letters, digits, dots and dashes
/// @param to the contact
/// @param text plain
public record Letter(String id, String to, String language, String subject, String text) {

  /// Neither the contact nor the text.
  @Override
  public String toString() {
    return "letter " + id;
  }
}
