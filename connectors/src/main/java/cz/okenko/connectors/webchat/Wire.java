package cz.okenko.connectors.webchat;

import cz.okenko.connectors.Transcript;
import cz.okenko.connectors.Transcript.Card;
import cz.okenko.connectors.Transcript.Enclosed;
import cz.okenko.connectors.Transcript.Handler;
import cz.okenko.connectors.Transcript.Line;
import cz.okenko.connectors.Transcript.Standing;
import cz.okenko.connectors.Transcript.State;
import cz.okenko.connectors.Transcript.Wait;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// The shapes the browser reads. Members without a value are left out.
final class Wire {
  private Wire() {}

  static Map<String, Object> line(Line line) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", Long.toString(line.id()));
    json.put("seq", line.id());
    json.put("author", line.author().name().toLowerCase(Locale.ROOT));
    put(json, "name", line.name());
    put(json, "agenda", line.agenda());
    json.put("text", line.text());
    json.put("at", line.at().toString());
    json.put("language", line.language());
    if (line.author() == Transcript.Author.CITIZEN) {
      json.put("clientId", ClientIds.ofExternal(line.externalId()));
    }
    if (!line.files().isEmpty()) {
      json.put("files", line.files().stream().map(Wire::file).toList());
    }
    if (!line.card().outcome().isEmpty()) {
      json.put("answer", answer(line.card()));
    }
    if (!line.card().choices().isEmpty()) {
      json.put("choices", line.card().choices());
    }
    return json;
  }

  private static Map<String, Object> file(Enclosed file) {
    return Map.of("id", Long.toString(file.id()), "name", file.name(), "size", file.size());
  }

  private static Map<String, Object> answer(Card card) {
    var json = new LinkedHashMap<String, Object>();
    json.put("outcome", card.outcome());
    put(json, "slug", card.slug());
    put(json, "title", card.title());
    put(json, "aspect", card.aspect());
    json.put("sources", card.sources().stream().map(Wire::source).toList());
    json.put("links", card.links());
    if (!card.handler().equals(Handler.NONE)) {
      var handler = new LinkedHashMap<String, Object>();
      handler.put("agenda", card.handler().agenda());
      put(handler, "place", card.handler().place());
      put(handler, "hours", card.handler().hours());
      put(handler, "footer", card.handler().footer());
      json.put("handler", handler);
    }
    return json;
  }

  private static Map<String, Object> source(Transcript.Source source) {
    return Map.of(
        "statute", source.statute(),
        "paragraph", source.paragraph(),
        "url", source.url(),
        "checked", source.checked().toString(),
        "confirmed", source.confirmed());
  }

  static Map<String, Object> standing(Standing standing) {
    var json = new LinkedHashMap<String, Object>();
    switch (standing.state()) {
      case State.WithBot _ -> json.put("state", "with-bot");
      case State.Waiting(int place, Wait wait) -> {
        json.put("state", "waiting");
        json.put("place", place);
        if (!wait.equals(Wait.UNKNOWN)) {
          json.put("wait", wait);
        }
      }
      case State.WithClerk(String name, String agenda) -> {
        json.put("state", "with-clerk");
        json.put("clerk", Map.of("name", name, "agenda", agenda));
      }
      case State.Closed _ -> json.put("state", "closed");
    }
    json.put("answering", standing.answering());
    json.put("open", standing.open());
    json.put("openText", standing.openText());
    json.put("rated", standing.rated());
    put(json, "receipt", standing.receipt());
    if (standing.mail()) {
      json.put("mail", true);
    }
    if (standing.copy()) {
      json.put("copy", true);
    }
    return json;
  }

  private static void put(Map<String, Object> json, String name, String value) {
    if (!value.isEmpty()) {
      json.put(name, value);
    }
  }
}
