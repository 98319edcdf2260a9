package cz.okenko.connectors.telegram;

/// The bot's password, as BotFather gave it: the bot's id, a colon and a secret. Never printed.
record Token(String value) {

  /// Whether it looks like a token at all. Source: "Authorizing your bot",
  /// core.telegram.org/bots/api; the length of the secret is known, not seen.
  static boolean isOne(String value) {
    return value.matches("[0-9]{1,19}:[A-Za-z0-9_-]{10,100}");
  }

  Token {
    if (!isOne(value)) {
      throw new IllegalArgumentException("not a token");
    }
  }

  /// The id of the bot, the same for as long as the bot lives, whatever its token is.
  long botId() {
    return Long.parseLong(value.substring(0, value.indexOf(':')));
  }

  @Override
  public String toString() {
    return "token";
  }
}
