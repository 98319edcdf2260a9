package cz.okenko.connectors.messenger;

import cz.okenko.connectors.Delivery;
import cz.okenko.connectors.Delivery.Reason;
import cz.okenko.connectors.Enclosure;
import cz.okenko.connectors.Health.Trouble;
import cz.okenko.connectors.OutboundMessage;
import cz.okenko.connectors.OutboundMessage.Speaker;
import cz.okenko.connectors.messenger.Faults.Again;
import cz.okenko.connectors.messenger.Faults.Never;
import cz.okenko.connectors.messenger.Faults.Wait;
import cz.okenko.connectors.messenger.Threads.Memory;
import cz.okenko.connectors.messenger.Threads.Sent;
import cz.okenko.connectors.http.Form;
import cz.okenko.connectors.http.Json;
import cz.okenko.connectors.messenger.Wire.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Sends a message piece by piece and notes each piece the platform took before the next one goes.
final class Sender {
  /// After this no further piece sets out; the courier allows a minute for the whole.
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /// After this no file is begun, which may take most of a minute.
  private static final Duration HASTE = Duration.ofSeconds(5);

  private final Graph graph;
  private final Threads threads;
  private final Personas personas;
  private final Pages pages;
  private final Rendering rendering;
  private final InstantSource clock;

  Sender(
      Graph graph, Threads threads, Personas personas, Pages pages, Surface surface) {
    this.graph = graph;
    this.threads = threads;
    this.personas = personas;
    this.pages = pages;
    this.rendering = surface.rendering();
    this.clock = surface.clock();
  }

  /// How messages look, and the time.
  record Surface(Rendering rendering, InstantSource clock) {}

  /// A message that may be sent.
  record Errand(OutboundMessage message, Place place, String token, Licence.Granted licence) {

    boolean person() {
      return message.speaker() instanceof Speaker.Clerk;
    }
  }

  /// @throws IOException when the platform could not be reached; what was sent is noted
  Delivery send(Errand errand) throws IOException {
    try {
      Memory memory = threads.memory(errand.place());
      Optional<String> persona = persona(errand);
      Head head =
          memory
              .sent(errand.message().id())
              .map(Sent::head)
              .orElseGet(() -> head(errand, memory, persona.isPresent()));
      return send(errand, head, persona.orElse(""));
    } catch (IOException e) {
      pages.trouble(errand.place().page(), Trouble.UNREACHABLE);
      throw e;
    }
  }

  private Delivery send(Errand errand, Head head, String persona) throws IOException {
    Instant end = clock.instant().plus(PATIENCE);
    OutboundMessage message = errand.message();
    List<Content> pieces = rendering.pieces(message, head);
    if (pieces.isEmpty()) {
      return new Delivery.Refused(Reason.INVALID);
    }
    int all = pieces.size() + message.enclosures().size();
    int from = threads.memory(errand.place()).sent(message.id()).map(Sent::pieces).orElse(0);
    for (int i = from; i < all; i++) {
      if (i > from && clock.instant().isAfter(end)) {
        throw new IOException("the platform is too slow for " + all + " pieces");
      }
      boolean file = i >= pieces.size();
      if (file && i > from && !clock.instant().isBefore(end.minus(PATIENCE).plus(HASTE))) {
        return new Delivery.Deferred(clock.instant());
      }
      Optional<Delivery> trouble =
          file
              ? file(
                  errand,
                  message.enclosures().get(i - pieces.size()),
                  new Metadata(message.id(), i, all, head),
                  persona)
              : send(errand, pieces.get(i), persona);
      if (trouble.isPresent()) {
        return trouble.get().equals(new Delivery.Refused(Reason.INVALID)) && !persona.isEmpty()
            ? withoutPersona(errand, i == 0 ? Head.NAME : head)
            : trouble.get();
      }
      var sent = new Sent(message.id(), i + 1, head);
      threads.sent(errand.place(), sent, errand.person(), clock.instant());
    }
    return new Delivery.Delivered();
  }

  /// Uploads a file and sends it by its id. Empty when the platform took both.
  private Optional<Delivery> file(
      Errand errand, Enclosure file, Metadata metadata, String persona) throws IOException {
    String type = type(file);
    var upload = new Wire.Upload(new Wire.Reusable(type, new Wire.Reuse(true)));
    var form =
        new Form().field("message", new String(Json.write(upload), StandardCharsets.UTF_8));
    return switch (graph.upload(errand.token(), form.with("filedata", file))) {
      case Graph.Taken(String id) ->
          send(
              errand,
              new Wire.File(new Wire.Uploaded(type, new Wire.Asset(id)), metadata.text()),
              persona);
      case Graph.Fault fault -> {
        Delivery delivery = delivery(errand, fault);
        yield Optional.of(
            delivery.equals(new Delivery.Refused(Reason.INVALID))
                ? new Delivery.Refused(Reason.FILE)
                : delivery);
      }
    };
  }

  /// What the platform shows as such; all else is a file to be saved.
  private static String type(Enclosure file) {
    return switch (file.type()) {
      case "image/jpeg", "image/png", "image/gif" -> "image";
      default -> "file";
    };
  }

  /// The platform forgets personas, too, and does not say that this is what it minds.
  private Delivery withoutPersona(Errand errand, Head head) throws IOException {
    if (errand.message().speaker() instanceof Speaker.Clerk clerk) {
      personas.forget(errand.place().page(), clerk.name());
    }
    return send(errand, head, "");
  }

  /// Empty when the platform took the piece.
  private Optional<Delivery> send(Errand errand, Content piece, String persona)
      throws IOException {
    String page = errand.place().page();
    Optional<Instant> later = pages.turnAway(page, clock.instant());
    if (later.isPresent()) {
      return Optional.of(new Delivery.Deferred(later.get()));
    }
    var body =
        new Wire.Send(
            new Wire.Person(errand.place().person()),
            errand.licence().type(),
            errand.licence().tag(),
            persona,
            piece);
    return switch (graph.post("/me/messages", errand.token(), body)) {
      case Graph.Taken _ -> {
        pages.well(page);
        yield Optional.empty();
      }
      case Graph.Fault fault -> Optional.of(delivery(errand, fault));
    };
  }

  private Delivery delivery(Errand errand, Graph.Fault fault) throws IOException {
    return switch (Faults.of(fault)) {
      case Never(Reason reason) ->
          new Delivery.Refused(
              reason == Reason.WINDOW_CLOSED && errand.person()
                  ? Reason.WINDOW_CLOSED_FOR_ALL
                  : reason);
      case Wait(Duration pause, Trouble trouble) -> {
        Instant until = clock.instant().plus(pause);
        pages.pause(errand.place().page(), until, trouble);
        yield new Delivery.Deferred(until);
      }
      case Again _ -> throw new IOException("the platform has a trouble of its own: " + fault);
    };
  }

  private Optional<String> persona(Errand errand) throws IOException {
    return switch (errand.message().speaker()) {
      case Speaker.Clerk(String name, String _) ->
          personas.id(errand.place().page(), errand.token(), name);
      case Speaker.Bot _, Speaker.Office _ -> Optional.empty();
    };
  }

  private Head head(Errand errand, Memory memory, boolean persona) {
    if (errand.person()) {
      return persona ? Head.NONE : Head.NAME;
    }
    return memory.surprising(clock.instant()) ? Head.MACHINE : Head.NONE;
  }
}
