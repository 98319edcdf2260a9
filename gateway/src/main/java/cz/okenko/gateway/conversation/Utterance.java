package cz.okenko.gateway.conversation;

import cz.okenko.connectors.Transcript.Card;
import java.util.List;

/// Something the office says or notes.
///
/// @param speaker the bot, the office itself, or a named clerk
/// @param key makes it repeatable: the same key is said once; empty when it cannot come twice
/// @param files that go along, out of a clerk's draft
public record Utterance(
    Speaker speaker, String text, String language, Card card, String key, List<Long> files) {
  public Utterance {
    files = List.copyOf(files);
  }

  /// Something without files.
  public Utterance(Speaker speaker, String text, String language, Card card, String key) {
    this(speaker, text, language, card, key, List.of());
  }

  /// The same with files that go along.
  public Utterance enclosing(List<Long> sent) {
    return new Utterance(speaker, text, language, card, key, sent);
  }

  /// A file that was to go along is in no draft of the conversation any more: it was sent or taken away on
  /// another screen. Nothing was said then.
  public static final class FilesGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FilesGone() {
      super("a file is in no draft of the conversation", null, false, false);
    }
  }

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
