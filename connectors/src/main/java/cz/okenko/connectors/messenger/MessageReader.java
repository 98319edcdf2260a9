package cz.okenko.connectors.messenger;

import com.fasterxml.jackson.databind.JsonNode;
import cz.okenko.connectors.Attachment;
import cz.okenko.connectors.Choice;
import cz.okenko.connectors.Event;
import cz.okenko.connectors.InboundMessage;
import cz.okenko.connectors.InboundMessage.Handling;
import cz.okenko.connectors.Inbox;
import cz.okenko.connectors.messenger.WebhookReader.Envelope;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads what somebody wrote: a citizen, or (as an echo) somebody at the office.
final class MessageReader {
  /// What the button sends that opens a conversation; [PageSetup] puts it on the page.
  static final String START = "okenko.start";

  /// The thumb in its three sizes. Known, not seen.
  private static final Set<String> THUMBS =
      Set.of("369239263222822", "369239343222814", "369239383222810");

  private static final Pattern CODE =
      Pattern.compile("[0-9a-hjkmnp-tv-z]{10}", Pattern.CASE_INSENSITIVE);
  private static final int LONGEST_PAYLOAD = 1_000;

  private final Inbox inbox;
  private final Set<String> machineApps;
  private final String language;

  /// @param machineApps apps whose echoes are no person's words
  /// @param language of the office
  MessageReader(Inbox inbox, Set<String> machineApps, String language) {
    this.inbox = inbox;
    this.machineApps = Set.copyOf(machineApps);
    this.language = language;
  }

  News message(Envelope envelope, JsonNode message, boolean echo) {
    return echo ? echo(envelope, message) : written(envelope, message);
  }

  private News written(Envelope envelope, JsonNode message) {
    String payload = message.path("quick_reply").path("payload").asText();
    Optional<Choice> picked = picked(payload);
    List<Attachment> attachments = attachments(message.path("attachments"));
    String text = picked.map(Choice::label).orElseGet(() -> words(message));
    if (text.isBlank() && attachments.isEmpty()) {
      text = Words.UNSUPPORTED.in(language);
    }
    String id = message.path("mid").asText();
    return written(envelope, id, text, picked.map(Choice::value).orElse(""), attachments);
  }

  /// Somebody tapped a button. A tap on one of ours that is long gone, or on somebody else's,
  /// counts as its title typed.
  News postback(Envelope envelope, JsonNode postback) {
    String payload = postback.path("payload").asText();
    Optional<Choice> picked = picked(payload);
    String title = text(postback.path("title"));
    String text =
        code(postback.path("referral"))
            .or(() -> picked.map(Choice::label))
            .orElseGet(() -> payload.equals(START) ? Words.HELLO.in(language) : title);
    if (text.isBlank()) {
      text = cut(wellFormed(payload), LONGEST_PAYLOAD);
    }
    return written(
        envelope,
        postback.path("mid").asText(),
        text.isBlank() ? Words.HELLO.in(language) : text,
        picked.map(Choice::value).orElse(""),
        List.of());
  }

  /// Somebody came by a link with a code (`m.me/PAGE?ref=CODE`) to go on with a matter.
  News referral(Envelope envelope, JsonNode referral) {
    return written(envelope, "", code(referral).orElseThrow(), "", List.of());
  }

  /// The one-time code in a link, if it holds one and not the name of an advertisement.
  static Optional<String> code(JsonNode referral) {
    String ref = referral.path("ref").asText().replace("-", "");
    return CODE.matcher(ref).matches() ? Optional.of(ref) : Optional.empty();
  }

  private News.Written written(
      Envelope envelope,
      String id,
      String text,
      String choice,
      List<Attachment> attachments) {
    return new News.Written(
        new InboundMessage(
            envelope.place().address(),
            id.isBlank() ? envelope.id() : id,
            cut(text, InboundMessage.MAX_TEXT),
            choice,
            "",
            envelope.at(),
            envelope.standby() ? Handling.KEEP : Handling.ANSWER,
            attachments));
  }

  /// Ours are recognised by what we sent along. Another program's words are only kept; everything
  /// else is a person in the inbox of the page, whose app id the platform has changed before.
  private News echo(Envelope envelope, JsonNode message) {
    Optional<Metadata> ours = Metadata.of(message.path("metadata").asText());
    if (ours.isPresent()) {
      return new News.Echoed(envelope.place(), ours.get(), envelope.at());
    }
    String id = message.path("mid").asText();
    if (machineApps.contains(message.path("app_id").asText())) {
      String body = cut(wellFormed(message.toString()), InboundMessage.MAX_TEXT / 2);
      return envelope.told(new Event.Unknown(MessengerConnector.CHANNEL, envelope.id(), body));
    }
    String text = words(message);
    return envelope.told(
        new Event.AnsweredThere(
            envelope.place().address(),
            id.isBlank() ? envelope.id() : id,
            cut(text.isBlank() ? Words.FILE_SENT.in(language) : text, InboundMessage.MAX_TEXT),
            envelope.at()));
  }

  private Optional<Choice> picked(String payload) {
    return payload.isEmpty() ? Optional.empty() : Choice.ofKey(payload, inbox);
  }

  /// The text, and what is attached that is no file: a place on the map, a thumb, a shared link
  /// unless it is only the preview of one in the text.
  private String words(JsonNode message) {
    var lines = new ArrayList<String>();
    lines.add(text(message.path("text")));
    if (THUMBS.contains(message.path("sticker_id").asText())) {
      lines.add("👍");
    }
    for (JsonNode attachment : message.path("attachments")) {
      switch (attachment.path("type").asText()) {
        case "fallback" -> lines.add(lines.getFirst().isEmpty() ? shared(attachment) : "");
        case "location" -> lines.add(location(attachment.path("payload").path("coordinates")));
        case "template" -> lines.add(template(attachment.path("payload")));
        default -> {
          // a file
        }
      }
    }
    lines.removeIf(String::isBlank);
    return String.join("\n", lines);
  }

  private static String shared(JsonNode attachment) {
    JsonNode payload = attachment.path("payload");
    String url = text(attachment.path("url")) + text(payload.path("url"));
    return (text(attachment.path("title")) + text(payload.path("title")) + "\n" + url).strip();
  }

  private String location(JsonNode coordinates) {
    return coordinates.path("lat").isNumber()
        ? Words.LOCATION.in(language)
            + ": "
            + coordinates.path("lat").asText()
            + ", "
            + coordinates.path("long").asText()
        : "";
  }

  private static String template(JsonNode payload) {
    String text = text(payload.path("text"));
    for (JsonNode element : payload.path("product").path("elements")) {
      text = (text + "\n" + text(element.path("title"))).strip();
    }
    return text;
  }

  private static List<Attachment> attachments(JsonNode given) {
    var attachments = new ArrayList<Attachment>();
    for (JsonNode attachment : given) {
      String url = text(attachment.path("payload").path("url"));
      String sticker = attachment.path("payload").path("sticker_id").asText();
      String type = attachment.path("type").asText();
      if (!url.isBlank() && !THUMBS.contains(sticker) && !type.equals("fallback")) {
        attachments.add(new Attachment(Downloads.name(url), mediaType(type), 0, url));
      }
    }
    return attachments;
  }

  private static String mediaType(String type) {
    return switch (type) {
      case "image", "audio", "video" -> type + "/*";
      default -> "";
    };
  }

  /// A text as it can be stored; empty when the node is none.
  static String text(JsonNode node) {
    return node.isTextual() ? cut(wellFormed(node.textValue()), InboundMessage.MAX_TEXT) : "";
  }

  /// Half of a surrogate pair cannot be stored as UTF-8, and U+0000 ends a text in SQLite and is
  /// refused by PostgreSQL; both become the replacement character U+FFFD.
  static String wellFormed(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE)
        .replace('\0', '\ufffd');
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
  }
}
