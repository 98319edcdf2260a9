package cz.okenko.connectors.messenger;

import cz.okenko.connectors.Notebook;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Shows clerks by their name (FB-16). Each name is made known to each page once; the id it got
/// there is in the notebook.
final class Personas {
  /// Characters of a name. Source: send-messages/personas, 2026-04-22.
  static final int LONGEST_NAME = 50;

  private static final Duration SULK = Duration.ofHours(1);

  private final Graph graph;
  private final Notebook notebook;
  private final String picture;
  private final InstantSource clock;
  private final Map<String, Instant> refused = new ConcurrentHashMap<>();

  Personas(Graph graph, Notebook notebook, String picture, InstantSource clock) {
    this.graph = graph;
    this.notebook = notebook;
    this.picture = picture;
    this.clock = clock;
  }

  /// The id of a clerk on a page; empty when the platform takes no personas there just now, and
  /// the name has to stand in the text.
  Optional<String> id(String page, String token, String name) throws IOException {
    String key = key(page, name);
    Optional<String> known = notebook.read(key);
    if (known.isPresent()) {
      return known;
    }
    if (refused.getOrDefault(key, Instant.EPOCH).isAfter(clock.instant())) {
      return Optional.empty();
    }
    return switch (graph.post("/me/personas", token, new Wire.Persona(shown(name), picture))) {
      case Graph.Taken(String id) when !id.isEmpty() -> {
        notebook.write(Map.of(key, id));
        yield Optional.of(id);
      }
      case Graph.Taken _, Graph.Fault _ -> {
        refused.put(key, clock.instant().plus(SULK));
        yield Optional.empty();
      }
    };
  }

  /// The platform does not know the id any more.
  void forget(String page, String name) {
    refused.put(key(page, name), clock.instant().plus(SULK));
    notebook.write(Map.of(key(page, name), ""));
  }

  private static String shown(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
  }

  private static String key(String page, String name) {
    return "persona:" + page + ":" + Keys.hash(name);
  }
}
