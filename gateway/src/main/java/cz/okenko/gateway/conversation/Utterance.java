package cz.okenko.gateway.conversation;

import cz.okenko.connectors.Transcript.Card;

/// Something the office says or notes.
///
/// @param speaker the bot, the office itself, or a named clerk
/// @param key makes it repeatable: the same key is said once; empty when it cannot come twice
public record Utterance(Speaker speaker, String text, String language, Card card, String key) {

  /// Who says it, as the citizen reads it.
  ///
  /// @param name empty but for a clerk
  /// @param agenda what the clerk handles, empty but for a clerk
  public record Speaker(Author author, String name, String agenda) {
    public static final Speaker BOT = new Speaker(Author.BOT, "", "");
    public static final Speaker OFFICE = new Speaker(Author.OFFICE, "", "");
  }

  public static Utterance bot(String text, String language, Card card) {
    return new Utterance(Speaker.BOT, text, language, card, "");
  }

  public static Utterance bot(String text, String language) {
    return bot(text, language, Card.NONE);
  }

  public static Utterance office(String text, String language) {
    return new Utterance(Speaker.OFFICE, text, language, Card.NONE, "");
  }
}
