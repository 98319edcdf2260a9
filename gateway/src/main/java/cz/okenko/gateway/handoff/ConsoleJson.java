package cz.okenko.gateway.handoff;

import cz.okenko.connectors.Connector;
import cz.okenko.gateway.Texts;
import cz.okenko.gateway.conversation.QueueId;
import cz.okenko.gateway.delivery.Fields;
import cz.okenko.gateway.handoff.ConsoleRows.Attached;
import cz.okenko.gateway.handoff.ConsoleRows.Earlier;
import cz.okenko.gateway.handoff.ConsoleRows.Item;
import cz.okenko.gateway.handoff.ConsoleRows.Line;
import cz.okenko.gateway.handoff.GapRows.Gap;
import cz.okenko.gateway.handoff.QueueRows.Entry;
import cz.okenko.knowledge.Language;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The shapes the console reads. Members without a value are left out.
public final class ConsoleJson {
  private final Queues queues;
  private final Promises promises;
  private final Texts texts;
  private final Map<String, Connector> channels;

  /// `channels` are those that are on, by their names.
  public ConsoleJson(
      Queues queues, Promises promises, Texts texts, Map<String, Connector> channels) {
    this.queues = queues;
    this.promises = promises;
    this.texts = texts;
    this.channels = Map.copyOf(channels);
  }

  /// The channels that are on, by their names.
  public Map<String, Connector> channels() {
    return channels;
  }

  /// A line of a list as it is for one clerk.
  Map<String, Object> entry(Entry entry) {
    Map<String, Object> json = item(entry.item());
    if (entry.unread()) {
      json.put("unread", true);
    }
    if (entry.overdue()) {
      json.put("overdue", true);
    }
    return json;
  }

  Map<String, Object> item(Item item) {
    var json = new LinkedHashMap<String, Object>();
    json.put("conversation", Long.toString(item.id()));
    json.put("citizen", citizen(item.channel()));
    json.put("channel", item.channel());
    json.put("language", item.language());
    json.put("agenda", item.queue());
    json.put("agendaName", item.queue().isEmpty() ? "" : queues.name(new QueueId(item.queue())));
    json.put("state", item.state());
    if (item.clerk() != 0) {
      json.put("clerk", Map.of("id", item.clerk(), "name", item.clerkName()));
    }
    json.put("since", item.since().toString());
    json.put("preview", item.preview());
    put(json, "subject", item.subject());
    put(json, "contact", item.contact());
    put(json, "flag", item.flag());
    if (!item.submission().isEmpty()) {
      json.put("submission", item.submission());
      json.put("submittedAt", item.submittedAt().toString());
    }
    if (item.rating() > 0) {
      json.put("rating", item.rating());
    }
    if (item.snoozedUntil().isAfter(Instant.EPOCH)) {
      json.put("snoozedUntil", item.snoozedUntil().toString());
    }
    if (item.state().equals("waiting")) {
      promises
          .by(new QueueId(item.queue()), item.since())
          .ifPresent(by -> json.put("promisedBy", by.toString()));
    }
    return json;
  }

  Map<String, Object> line(Line line) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", Long.toString(line.id()));
    json.put("seq", line.id());
    json.put("channel", line.channel());
    json.put("author", line.author());
    put(json, "name", name(line));
    json.put("text", line.text());
    json.put("at", line.at().toString());
    json.put("language", line.language());
    if (!line.author().equals("citizen") && !line.author().equals("note")) {
      json.put("delivery", delivery(line));
      put(json, "reason", line.reason());
    }
    if (!line.earlier().isEmpty()) {
      json.put("earlier", line.earlier().stream().map(ConsoleJson::earlier).toList());
    }
    if (!line.files().isEmpty()) {
      json.put("files", line.files().stream().map(ConsoleJson::file).toList());
    }
    List<List<String>> card = Fields.read(line.card());
    if (!card.isEmpty() && !card.getFirst().get(2).isEmpty()) {
      json.put(
          "article", Map.of("slug", card.getFirst().get(2), "title", card.getFirst().get(3)));
    }
    return json;
  }

  /// What the channel allows in a conversation: how long one message may be, and until when a person
  /// may write. A member without a limit is left out.
  Map<String, Object> limits(String name, List<Line> lines) {
    var json = new LinkedHashMap<String, Object>();
    Connector channel = channels.get(name);
    if (channel == null) {
      return json;
    }
    if (channel.longest() < Integer.MAX_VALUE) {
      json.put("splitAt", channel.longest());
    }
    if (channel.window().limited()) {
      lines.reversed().stream()
          .filter(line -> line.author().equals("citizen"))
          .findFirst()
          .map(line -> line.at().plus(channel.window().person()))
          .ifPresent(until -> json.put("until", until.toString()));
    }
    return json;
  }

  Map<String, Object> past(Item item) {
    var json = new LinkedHashMap<String, Object>();
    json.put("conversation", Long.toString(item.id()));
    put(json, "subject", item.subject());
    json.put("at", item.since().toString());
    json.put("state", item.state());
    if (item.rating() > 0) {
      json.put("rating", item.rating());
    }
    return json;
  }

  Map<String, Object> gap(Gap gap) {
    return Map.of(
        "conversation", Long.toString(gap.conversation()),
        "agenda", gap.queue(),
        "agendaName", gap.queue().isEmpty() ? "" : queues.name(new QueueId(gap.queue())),
        "reason", gap.reason(),
        "closedAt", gap.closedAt().toString(),
        "asked", gap.asked());
  }

  /// A channel of somebody else's making has no text of its own.
  private String citizen(String channel) {
    String key = "console.citizen." + channel;
    return texts.text(
        Language.CS, texts.has(key) ? key : "console.citizen.other");
  }

  private static Map<String, Object> file(Attached file) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", Long.toString(file.id()));
    put(json, "name", file.name());
    put(json, "type", file.type());
    json.put("size", file.bytes());
    json.put("state", state(file));
    return json;
  }

  /// What a clerk must know before opening it.
  private static String state(Attached file) {
    return switch (file.state()) {
      case "due", "scan" -> "waiting";
      case "kept" -> file.scan().equals("clean") ? "clean" : "unscanned";
      default -> file.state();
    };
  }

  private static Map<String, Object> earlier(Earlier earlier) {
    return Map.of("text", earlier.text(), "at", earlier.at().toString());
  }

  /// Whoever answered on the platform itself is not known by name.
  private String name(Line line) {
    return line.author().equals("clerk") && line.name().isEmpty()
        ? texts.text(Language.CS, "console.answered-there")
        : line.name();
  }

  private static String delivery(Line line) {
    return switch (line.delivery()) {
      case "due" -> "pending";
      case "refused", "returned", "read" -> line.delivery();
      default -> "delivered";
    };
  }

  private static void put(Map<String, Object> json, String name, String value) {
    if (!value.isEmpty()) {
      json.put(name, value);
    }
  }
}
