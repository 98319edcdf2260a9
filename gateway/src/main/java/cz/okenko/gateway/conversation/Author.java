package cz.okenko.gateway.conversation;

import java.util.Locale;

/// Who wrote a line of the transcript. A note is for colleagues and never reaches the citizen.
public enum Author {
  CITIZEN,
  BOT,
  CLERK,
  OFFICE,
  NOTE;

  /// The word in the database and on the wire.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Author of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
