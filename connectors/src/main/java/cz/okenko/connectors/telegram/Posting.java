package cz.okenko.connectors.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import cz.okenko.connectors.Enclosure;
import cz.okenko.connectors.Health.Trouble;
import cz.okenko.connectors.http.Form;
import cz.okenko.connectors.telegram.BotApi.Reply;
import cz.okenko.connectors.telegram.BotApi.Reply.Failed;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Puts one message or file into one chat and understands what Telegram says to it.
final class Posting {
  /// Bytes and kinds that are shown as pictures. Source: "sendPhoto", Bot API 10.1, 2026-06-11.
  static final long LARGEST_PICTURE = 10L * 1024 * 1024;

  private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png");

  private final Bot bot;
  private final Pace pace;

  Posting(Bot bot, Pace pace) {
    this.bot = bot;
    this.pace = pace;
  }

  /// What became of it.
  sealed interface Outcome {
    record Sent() implements Outcome {}

    record Wait(Instant until) implements Outcome {}

    record Blocked() implements Outcome {}

    record Gone() implements Outcome {}

    record Moved(long chat) implements Outcome {}

    record Invalid() implements Outcome {}
  }

  Instant now() {
    return bot.clock().instant();
  }

  /// @param more further parameters of `sendMessage`
  Outcome post(long chat, Rich text, Map<String, ?> more) throws IOException {
    Instant now = bot.clock().instant();
    Instant free = pace.take(chat, now);
    if (free.isAfter(now)) {
      return new Outcome.Wait(free);
    }
    var parameters = new HashMap<String, Object>(more);
    parameters.put("parse_mode", "HTML");
    Reply reply = send(chat, text.html(), parameters);
    if (reply instanceof Failed failed && failed.code() == 400 && failed.says("parse entities")) {
      return plain(chat, text.plain(), more);
    }
    return outcome(reply);
  }

  /// A file as a picture, if Telegram shows such; what it does not take as a picture goes as a file. A
  /// caption would be cut at 1,024 characters, so the words go before it.
  Outcome post(long chat, Enclosure file) throws IOException {
    Instant now = bot.clock().instant();
    Instant free = pace.take(chat, now);
    if (free.isAfter(now)) {
      return new Outcome.Wait(free);
    }
    if (PICTURES.contains(file.type()) && file.size() <= LARGEST_PICTURE) {
      Reply reply = send(chat, "sendPhoto", "photo", file);
      boolean noPicture =
          reply instanceof Failed failed && failed.code() == 400 && !failed.says("chat");
      if (!noPicture) {
        return outcome(reply);
      }
    }
    return outcome(send(chat, "sendDocument", "document", file));
  }

  private Reply send(long chat, String method, String part, Enclosure file) throws IOException {
    var form = new Form().field("chat_id", Long.toString(chat));
    try {
      Reply reply = bot.api().upload(method, form.with(part, file));
      tell(reply);
      return reply;
    } catch (IOException e) {
      bot.condition().trouble(Condition.Side.WRITING, Trouble.UNREACHABLE);
      throw e;
    }
  }

  /// Without any form, and cut again: the addresses stand in the text now.
  private Outcome plain(long chat, String text, Map<String, ?> more) throws IOException {
    List<Rich> pieces = Splitting.pieces(List.of(Rich.of(text)));
    for (Rich piece : pieces.subList(0, pieces.size() - 1)) {
      Outcome outcome = outcome(send(chat, piece.text(), Map.of()));
      if (!(outcome instanceof Outcome.Sent)) {
        return outcome;
      }
    }
    return outcome(send(chat, pieces.getLast().text(), more));
  }

  private Reply send(long chat, String text, Map<String, ?> more) throws IOException {
    var parameters = new HashMap<String, Object>(more);
    parameters.put("chat_id", chat);
    parameters.put("text", text);
    parameters.put("link_preview_options", Map.of("is_disabled", true));
    try {
      Reply reply = bot.api().call("sendMessage", parameters);
      tell(reply);
      return reply;
    } catch (IOException e) {
      bot.condition().trouble(Condition.Side.WRITING, Trouble.UNREACHABLE);
      throw e;
    }
  }

  private void tell(Reply reply) {
    int code = reply instanceof Failed failed ? failed.code() : 200;
    switch (code) {
      case 401, 404 -> bot.condition().trouble(Condition.Side.WRITING, Trouble.NOT_SIGNED_IN);
      case 429 -> bot.condition().trouble(Condition.Side.WRITING, Trouble.SLOWED_DOWN);
      default -> bot.condition().well(Condition.Side.WRITING);
    }
  }

  private Outcome outcome(Reply reply) throws IOException {
    return switch (reply) {
      case Reply.Done(JsonNode _) -> new Outcome.Sent();
      case Failed failed -> outcome(failed);
    };
  }

  private Outcome outcome(Failed failed) throws IOException {
    if (failed.movedTo() != 0) {
      return new Outcome.Moved(failed.movedTo());
    }
    return switch (failed.code()) {
      case 429 -> new Outcome.Wait(pace.hold(failed.pause()));
      case 401, 404 -> throw new IOException("telegram sendMessage: not signed in");
      case 403 -> failed.says("deactivated") ? new Outcome.Gone() : new Outcome.Blocked();
      case 400 -> failed.says("chat not found") ? new Outcome.Gone() : new Outcome.Invalid();
      default -> new Outcome.Invalid();
    };
  }
}
