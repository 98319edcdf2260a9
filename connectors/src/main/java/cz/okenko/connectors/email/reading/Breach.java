package cz.okenko.connectors.email.reading;

/// A mail that is not taken apart because it is built to hurt, or by accident as if it were.
public final class Breach extends Exception {
  private final String limit;

  /// @param limit the limit that was passed, in words for the log; nothing of the mail
  public Breach(String limit) {
    super(limit);
    this.limit = limit;
  }

  public String limit() {
    return limit;
  }
}
