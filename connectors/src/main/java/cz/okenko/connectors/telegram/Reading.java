package cz.okenko.connectors.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import cz.okenko.connectors.Attachment;
import cz.okenko.connectors.Choice;
import cz.okenko.connectors.Event;
import cz.okenko.connectors.InboundMessage;
import cz.okenko.connectors.InboundMessage.Handling;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Understands updates. Whatever shape they have, it gives what they mean or keeps them as unknown
/// (TG-11); it never fails.
final class Reading {
  private final long bot;
  private final InstantSource clock;
  private final String houseLanguage;
  private final Albums albums = new Albums();
  private volatile Words words;

  Reading(Bot bot, String name, String houseLanguage) {
    this.bot = bot.id();
    this.clock = bot.clock();
    this.houseLanguage = houseLanguage;
    this.words = new Words(bot.id(), name);
  }

  /// Our bot's user name became known or changed.
  void name(String name) {
    words = new Words(bot, name);
  }

  /// What an update means; one that speaks of several things means several.
  List<Incoming> read(JsonNode update) {
    var incoming = new ArrayList<Incoming>();
    for (Map.Entry<String, JsonNode> member : update.properties()) {
      if (!member.getKey().equals("update_id")) {
        incoming.add(read(update, member.getKey(), member.getValue()));
      }
    }
    return incoming.isEmpty() ? List.of(unknown(update, "nothing")) : incoming;
  }

  private Incoming read(JsonNode update, String kind, JsonNode node) {
    return switch (kind) {
      case "message" -> message(update, node);
      case "edited_message" -> edited(update, node);
      case "callback_query" -> pressed(update, node);
      case "my_chat_member" -> membership(update, node);
      default -> unknown(update, kind);
    };
  }

  private Incoming message(JsonNode update, JsonNode message) {
    long id = message.path("message_id").asLong(0);
    long chat = chat(message);
    if (chat == 0 || id == 0) {
      return unknown(update, "message");
    }
    var place = new Place(bot, chat);
    long movedTo = message.path("migrate_to_chat_id").asLong(0);
    long movedFrom = message.path("migrate_from_chat_id").asLong(0);
    if (movedTo != 0) {
      return new Incoming.Told(moved(place, new Place(bot, movedTo)));
    }
    if (movedFrom != 0) {
      return new Incoming.Told(moved(new Place(bot, movedFrom), place));
    }
    if (foreign(place, message)) {
      return new Incoming.Foreign();
    }
    return said(update, place, message);
  }

  private Incoming said(JsonNode update, Place place, JsonNode message) {
    String language = language(message.path("from"));
    String text = words.of(message, language);
    List<Attachment> files = Attached.in(message);
    if (text.isBlank() && files.isEmpty()) {
      return unknown(update, "message");
    }
    boolean tooBig = files.stream().anyMatch(Attached::tooBig);
    long id = message.path("message_id").asLong();
    boolean leads = albums.leads(place, Trees.text(message, "media_group_id"), id);
    boolean silent = text.isBlank() && (!leads || files.stream().allMatch(Attached::tooBig));
    return new Incoming.Said(
        place,
        new InboundMessage(
            place.address(),
            place.messageId(id),
            text,
            "",
            Phrases.language(message.path("from").path("language_code").asText("")),
            at(message.path("date")),
            silent ? Handling.KEEP : Handling.ANSWER,
            files),
        language,
        tooBig);
  }

  /// Telegram does not count edits; the seconds since the message was sent put them in order. A
  /// live location is edited by moving, which is no edit.
  private Incoming edited(JsonNode update, JsonNode message) {
    long id = message.path("message_id").asLong(0);
    long chat = chat(message);
    var place = new Place(bot, chat);
    if (chat == 0 || id == 0) {
      return unknown(update, "edited_message");
    }
    if (foreign(place, message) || message.has("location")) {
      return new Incoming.Foreign();
    }
    Instant at = at(message.path("edit_date"));
    long after = Math.max(0, Duration.between(at(message.path("date")), at).toSeconds());
    int edition = (int) Math.min(Integer.MAX_VALUE, 1 + after);
    String text = words.of(message, language(message.path("from")));
    return new Incoming.Told(
        new Event.Edited(place.address(), place.messageId(id), edition, text, at));
  }

  private Incoming pressed(JsonNode update, JsonNode query) {
    String press = Trees.text(query, "id");
    String language = language(query.path("from"));
    long chat = chat(query.path("message"));
    if (press.isBlank()) {
      return unknown(update, "callback_query");
    }
    return chat == 0
        ? new Incoming.Lost(press, language, kept(update, "callback_query"))
        : new Incoming.Pressed(new Place(bot, chat), press, Trees.text(query, "data"), language);
  }

  private Incoming membership(JsonNode update, JsonNode change) {
    long chat = chat(change);
    String status = change.path("new_chat_member").path("status").asText("");
    if (chat == 0 || status.isEmpty()) {
      return unknown(update, "my_chat_member");
    }
    boolean reachable = !status.equals("kicked") && !status.equals("left");
    return new Incoming.Told(
        new Event.Reachable(new Place(bot, chat).address(), reachable, at(change.path("date"))));
  }

  private static Event moved(Place from, Place to) {
    return new Event.Moved(from.address(), to.address());
  }

  /// Whether the message is not for us: our own, or of a group that does not speak to us.
  private boolean foreign(Place place, JsonNode message) {
    return message.path("from").path("id").asLong(0) == bot
        || (place.isGroup() && !words.addressed(message));
  }

  private Incoming unknown(JsonNode update, String kind) {
    return new Incoming.Told(kept(update, kind));
  }

  /// The update as it came. Its number alone would not tell it from another one after a week of
  /// silence, so its content is part of the id (TG-03).
  Event.Unknown kept(JsonNode update, String kind) {
    String body = Trees.kept(update);
    String number = Long.toString(update.path("update_id").asLong(0));
    String content = Integer.toHexString(body.hashCode());
    String letters = kind.replaceAll("[^a-z_]", "");
    String known = letters.substring(0, Math.min(40, letters.length()));
    return new Event.Unknown(
        TelegramConnector.CHANNEL, bot + ":" + number + ":" + known + ":" + content, body);
  }

  private static long chat(JsonNode message) {
    return message.path("chat").path("id").asLong(0);
  }

  private String language(JsonNode from) {
    String language = Phrases.language(from.path("language_code").asText(""));
    return language.isEmpty() ? houseLanguage : language;
  }

  /// A moment in seconds since 1970; now for one that cannot be.
  private Instant at(JsonNode seconds) {
    Instant now = clock.instant();
    Instant at = Instant.ofEpochSecond(Math.clamp(seconds.asLong(0), 0, 1L << 40));
    boolean can = at.isAfter(Instant.EPOCH) && at.isBefore(now.plus(Duration.ofDays(1)));
    return can ? at : now;
  }

  /// How a press of a button that was offered is told to the office.
  InboundMessage picked(Incoming.Pressed pressed, Choice choice) {
    return new InboundMessage(
        pressed.place().address(),
        pressed.place().pressId(pressed.press()),
        choice.label(),
        choice.value(),
        Phrases.language(pressed.language()),
        clock.instant());
  }
}
