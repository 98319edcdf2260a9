package cz.okenko.connectors.messenger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import cz.okenko.connectors.Event;
import cz.okenko.connectors.http.Mappers;
import cz.okenko.connectors.http.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Turns what the platform sends into [News]. Unknown members are ignored (FB-21), ids may be texts
/// or numbers, and a kind it does not know becomes an [Event.Unknown] instead of an error, because
/// the platform would repeat for hours what we refuse.
final class WebhookReader {
  private static final int LARGEST_UNKNOWN = 64 * 1024;

  /// Not as strict as the house's own reader: the platform may nest deeper, and what it signed is
  /// worth reading even when a member stands twice.
  private static final JsonMapper MAPPER = Mappers.lenient();

  private final MessageReader messages;
  private final InstantSource clock;

  WebhookReader(MessageReader messages, InstantSource clock) {
    this.messages = messages;
    this.clock = clock;
  }

  /// Everything in one body, oldest first; a body holds several entries and each several events
  /// (FB-03), in any order (FB-05).
  Batch read(byte[] body) {
    var news = new ArrayList<News>();
    JsonNode root = parse(body);
    Instant sentAt = clock.instant();
    for (JsonNode entry : root.path("entry")) {
      sentAt = at(entry, entry);
      boolean page = root.path("object").asText().equals("page");
      for (JsonNode event : entry.path("messaging")) {
        news.add(page ? read(entry, event, false) : unknown(entry, event));
      }
      for (JsonNode event : entry.path("standby")) {
        news.add(page ? read(entry, event, true) : unknown(entry, event));
      }
      for (JsonNode change : entry.path("changes")) {
        news.add(unknown(entry, change));
      }
    }
    news.sort(Comparator.comparing(News::at));
    return new Batch(news, sentAt);
  }

  /// What one body holds.
  ///
  /// @param sentAt when the platform put it together
  record Batch(List<News> news, Instant sentAt) {
    Batch {
      news = List.copyOf(news);
    }
  }

  private static JsonNode parse(byte[] body) {
    try {
      JsonNode root = MAPPER.readTree(body);
      if (!root.isObject()) {
        throw Problem.badRequest("The body must be a JSON object.").asException();
      }
      return root;
    } catch (IOException e) {
      throw Problem.badRequest("The body is not valid JSON.").asException();
    }
  }

  private News read(JsonNode entry, JsonNode event, boolean standby) {
    JsonNode message = event.path("message");
    if (message.isObject() && !message.path("is_deleted").asBoolean()) {
      boolean echo = message.path("is_echo").asBoolean();
      String person = event.path(echo ? "recipient" : "sender").path("id").asText();
      return person.isBlank()
          ? unknown(entry, event)
          : messages.message(envelope(entry, event, person, standby), message, echo);
    }
    String person = event.path("sender").path("id").asText();
    if (event.path("policy-enforcement").isObject()) {
      return policed(entry, event);
    }
    return person.isBlank()
        ? unknown(entry, event)
        : beside(envelope(entry, event, person, standby), entry, event);
  }

  /// What is told beside messages.
  private News beside(Envelope envelope, JsonNode entry, JsonNode event) {
    if (event.path("postback").isObject()) {
      return messages.postback(envelope, event.path("postback"));
    }
    if (event.path("message_edit").isObject()) {
      return edited(envelope, event.path("message_edit"));
    }
    if (event.path("delivery").path("watermark").isNumber()) {
      return seen(envelope, event.path("delivery"), false);
    }
    if (event.path("read").path("watermark").isNumber()) {
      return seen(envelope, event.path("read"), true);
    }
    if (MessageReader.code(event.path("referral")).isPresent()) {
      return messages.referral(envelope, event.path("referral"));
    }
    return unknown(entry, event);
  }

  /// A watermark covers everything up to it (FB-07).
  private static News seen(Envelope envelope, JsonNode receipt, boolean read) {
    Instant upTo = Instant.ofEpochMilli(receipt.path("watermark").asLong());
    return envelope.told(new Event.Seen(envelope.place().address(), read, upTo));
  }

  /// The first change is number 1, the last one number 5 (FB-08).
  private static News edited(Envelope envelope, JsonNode edit) {
    String id = edit.path("mid").asText();
    return envelope.told(
        new Event.Edited(
            envelope.place().address(),
            id.isBlank() ? envelope.id() : id,
            Math.max(1, edit.path("num_edit").asInt(1)),
            MessageReader.text(edit.path("text")),
            envelope.at()));
  }

  private News policed(JsonNode entry, JsonNode event) {
    boolean restricted = event.path("policy-enforcement").path("action").asText().equals("block");
    return new News.Policed(
        entry.path("id").asText(), restricted, kept(entry, event), at(entry, event));
  }

  private News unknown(JsonNode entry, JsonNode event) {
    return new News.Told("", kept(entry, event), at(entry, event));
  }

  private static Event.Unknown kept(JsonNode entry, JsonNode event) {
    String body = MessageReader.wellFormed(event.toString());
    if (body.getBytes(StandardCharsets.UTF_8).length > LARGEST_UNKNOWN) {
      body = MessageReader.wellFormed(body.substring(0, LARGEST_UNKNOWN / 4));
    }
    return new Event.Unknown(MessengerConnector.CHANNEL, name(entry, event), body);
  }

  private Envelope envelope(JsonNode entry, JsonNode event, String person, boolean standby) {
    String page = entry.path("id").asText();
    if (page.isBlank()) {
      page = event.path("recipient").path("id").asText("0");
    }
    var place = new Place(MessageReader.wellFormed(page), MessageReader.wellFormed(person));
    return new Envelope(place, name(entry, event), at(entry, event), standby);
  }

  /// A name for events that have no id of their own; the same event has the same name.
  private static String name(JsonNode entry, JsonNode event) {
    return "e:" + Keys.hash(entry.path("id").asText() + " " + event);
  }

  /// When it happened; a clock that runs ahead of ours does not put anything into the future.
  private Instant at(JsonNode entry, JsonNode event) {
    long at = event.path("timestamp").asLong(entry.path("time").asLong());
    Instant now = clock.instant();
    Instant told = Instant.ofEpochMilli(at);
    return at <= 0 || told.isAfter(now) ? now : told;
  }

  /// What stands around every event.
  ///
  /// @param id names the event when it has no id of its own
  /// @param standby whether another app holds the thread, so that it is not ours to answer (FB-03)
  record Envelope(Place place, String id, Instant at, boolean standby) {

    News told(Event event) {
      return new News.Told(place.address().value(), event, at);
    }
  }
}
