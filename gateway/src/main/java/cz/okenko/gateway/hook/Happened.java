package cz.okenko.gateway.hook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What hooks can be told of. What each tells stands under `webhooks` in `/openapi.json`.
public enum Happened {
  /// A citizen waits for a clerk of an agenda, or from now on for one of another agenda.
  CONVERSATION_WAITING,
  /// A clerk took the conversation over.
  CONVERSATION_CLAIMED,
  /// A clerk wrote to the citizen.
  CONVERSATION_ANSWERED,
  CONVERSATION_CLOSED,
  /// The citizen said how content they are; a later rating replaces an earlier one.
  CONVERSATION_RATED,
  /// A citizen waits longer than the agenda promised.
  CONVERSATION_OVERDUE,
  /// Nothing happened: an admin tries whether the other side hears us. Nobody need ask for it.
  TEST;

  private final String code = name().toLowerCase(Locale.ROOT).replace('_', '.');

  /// The word in rows and on the wire.
  public String code() {
    return code;
  }

  /// Whether a hook may ask for it.
  public boolean canBeWanted() {
    return this != TEST;
  }

  public static Optional<Happened> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
  }
}
