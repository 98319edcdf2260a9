package cz.okenko.connectors.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import cz.okenko.connectors.InboundMessage;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a message says in words, and whether it says it to us.
///
/// @param bot our bot's id
/// @param name our bot's user name without `@`, empty while it is not known
record Words(long bot, String name) {
  private static final Pattern COMMAND =
      Pattern.compile("/(\\w{1,32})(?:@(\\w{1,64}))?(?:\\s+(.*))?", Pattern.DOTALL);

  /// Parameters a deep link may carry (TG-10). Source: "Deep linking",
  /// core.telegram.org/bots/features.
  static final Pattern PAYLOAD = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /// The words the office is to read: a command without its slash, a code of a deep link alone, a
  /// greeting for `/start` and `/help`, no mention of our name.
  String of(JsonNode message, String language) {
    String text = written(message);
    for (JsonNode entity : entities(message)) {
      if (isOurName(message, entity)) {
        text = text.replaceFirst(Pattern.quote(marked(message, entity)), "");
      }
    }
    text = text.strip();
    Matcher command = COMMAND.matcher(text);
    String plain = command.matches() ? said(command, language) : text;
    int end = Math.min(plain.length(), InboundMessage.MAX_TEXT);
    return plain.substring(0, end);
  }

  private static String said(Matcher command, String language) {
    String rest = command.group(3) == null ? "" : command.group(3).strip();
    String name = command.group(1).toLowerCase(Locale.ROOT);
    if (name.equals("start") || name.equals("help")) {
      return rest.isEmpty() ? Phrases.GREETING.in(language) : rest;
    }
    return (command.group(1).replace('_', ' ') + " " + rest).strip();
  }

  /// Whether a message in a group speaks to us (TG-13): it names us, answers us or is a command
  /// that is not another bot's.
  boolean addressed(JsonNode message) {
    if (message.path("reply_to_message").path("from").path("id").asLong(0) == bot) {
      return true;
    }
    for (JsonNode entity : entities(message)) {
      if (isOurName(message, entity) || isOurCommand(message, entity)) {
        return true;
      }
    }
    return false;
  }

  private boolean isOurName(JsonNode message, JsonNode entity) {
    return switch (entity.path("type").asText("")) {
      case "mention" -> marked(message, entity).equalsIgnoreCase("@" + name) && !name.isEmpty();
      case "text_mention" -> entity.path("user").path("id").asLong(0) == bot;
      default -> false;
    };
  }

  private boolean isOurCommand(JsonNode message, JsonNode entity) {
    String[] command = marked(message, entity).split("@", 2);
    return entity.path("type").asText("").equals("bot_command")
        && entity.path("offset").asInt(-1) == 0
        && (command.length == 1 || command[1].equalsIgnoreCase(name));
  }

  private static String written(JsonNode message) {
    return Stream.of(
            Trees.text(message, "text"),
            Trees.text(message, "caption"),
            Trees.text(message.path("sticker"), "emoji"),
            Trees.text(message.path("dice"), "emoji"),
            Trees.text(message.path("poll"), "question"),
            contact(message.path("contact")),
            place(message))
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse("");
  }

  private static String contact(JsonNode contact) {
    return Stream.of("first_name", "last_name", "phone_number")
        .map(member -> Trees.text(contact, member))
        .reduce("", (before, text) -> (before + " " + text).strip());
  }

  /// A place as its name and address, and always its coordinates.
  private static String place(JsonNode message) {
    JsonNode venue = message.path("venue");
    JsonNode point = venue.has("location") ? venue.path("location") : message.path("location");
    if (!point.path("latitude").isNumber() || !point.path("longitude").isNumber()) {
      return "";
    }
    String at = point.path("latitude").asText() + ", " + point.path("longitude").asText();
    String named = Trees.text(venue, "title") + "\n" + Trees.text(venue, "address");
    return named.isBlank() ? at : named.strip() + "\n" + at;
  }

  private static Iterable<JsonNode> entities(JsonNode message) {
    List<JsonNode> none = List.of();
    JsonNode found =
        message.has("entities") ? message.path("entities") : message.path("caption_entities");
    return found.isArray() ? found : none;
  }

  /// The part of the text an entity stands for; its offsets are UTF-16 units as in Java.
  private static String marked(JsonNode message, JsonNode entity) {
    String text = written(message);
    int from = entity.path("offset").asInt(-1);
    long to = (long) from + entity.path("length").asInt(0);
    return from < 0 || to > text.length() || to <= from ? "" : text.substring(from, (int) to);
  }
}
