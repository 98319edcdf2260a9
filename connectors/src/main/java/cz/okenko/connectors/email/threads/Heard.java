package cz.okenko.connectors.email.threads;

/// What is remembered of a mail that came.
///
/// @param thread it belongs to
/// @param messageId without brackets, possibly empty
/// @param automatic whether a machine sent it
public record Heard(String thread, String messageId, boolean automatic) {

  String written() {
    return thread + " " + (automatic ? "a" : "p") + " " + messageId;
  }

  static Heard read(String written) {
    String[] pieces = written.split(" ", 3);
    return new Heard(pieces[0], pieces[2], pieces[1].equals("a"));
  }
}
