package cz.okenko.gateway.editing;

/// A file of which nothing can be taken; the text tells the operator why.
public final class UnreadableFileException extends Exception {

  private static final long serialVersionUID = 1L;

  UnreadableFileException(String reason) {
    super(reason);
  }
}
