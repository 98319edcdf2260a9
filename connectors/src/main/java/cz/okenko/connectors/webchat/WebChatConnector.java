package cz.okenko.connectors.webchat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import cz.okenko.connectors.Address;
import cz.okenko.connectors.Connector;
import cz.okenko.connectors.Delivery;
import cz.okenko.connectors.Enclosure;
import cz.okenko.connectors.InboundMessage;
import cz.okenko.connectors.Inbox;
import cz.okenko.connectors.OutboundMessage;
import cz.okenko.connectors.Transcript;
import cz.okenko.connectors.http.Download;
import cz.okenko.connectors.http.Json;
import cz.okenko.connectors.http.Problem;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The chat on the office's own pages. `POST /api/chat` opens a conversation, `POST
/// /api/chat/messages` sends (repeatable by the client's id, acknowledged when on disk), `GET
/// /api/chat/events` is the conversation as a stream that resumes by `Last-Event-ID`.
public final class WebChatConnector implements Connector {
  public static final String CHANNEL = "webchat";

  private static final Set<String> LANGUAGES = Set.of("cs", "en", "uk", "de");
  /// Longest message in characters (UTF-16 units); a longer one is refused whole.
  public static final int LONGEST_TEXT = 4_000;

  private static final int LONGEST_ID = 64;
  private static final int LONGEST_CHOICE = 200;
  private static final int LONGEST_EMAIL = 200;
  private static final int LONGEST_COMMENT = 1_000;
  private static final int REMEMBERED = 50_000;

  private final Inbox inbox;
  private final Transcript transcript;
  private final InstantSource clock;
  private final WebChatLimits settings;
  private final Function<ServerRequest, String> peer;
  private final Limiter perConversation;
  private final Limiter perAddress;
  private final Limiter openingPerAddress;
  private final Tokens tokens = new Tokens();
  private final Bell bell = new Bell();
  private final Cache<Address, Boolean> known = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  /// @param peer tells where a request comes from, which behind a proxy is not the other end
  public WebChatConnector(
      Inbox inbox,
      Transcript transcript,
      WebChatLimits settings,
      InstantSource clock,
      Function<ServerRequest, String> peer) {
    this.inbox = inbox;
    this.transcript = transcript;
    this.clock = clock;
    this.settings = settings;
    this.peer = peer;
    this.perConversation = new Limiter(settings.conversation());
    this.perAddress = new Limiter(settings.address());
    this.openingPerAddress = new Limiter(settings.opening());
  }

  @Override
  public String channel() {
    return CHANNEL;
  }

  @Override
  public void routes(HttpRules rules) {
    rules.post("/api/chat", this::open);
    rules.post("/api/chat/messages", this::send);
    rules.get("/api/chat/events", this::events);
    rules.post("/api/chat/rating", this::rate);
    rules.post("/api/chat/close", this::end);
    rules.get("/api/chat/transcript", this::transcript);
    rules.post("/api/chat/transcript", this::mail);
    rules.post("/api/chat/leave", this::leave);
    rules.get("/api/chat/files/{id}", this::file);
  }

  /// Refuses pages of other origins; covers the chat and what its widget loads beside it.
  public Filter originFilter() {
    return new Origins(settings.origins(), List.of("/api/chat", "/api/office"));
  }

  /// Everything is in the transcript already; its readers only need to look.
  @Override
  public Delivery deliver(OutboundMessage message) {
    bell.ring(message.address());
    return new Delivery.Delivered();
  }

  @Override
  public void changed(Address address) {
    bell.ring(address);
  }

  /// The token opens nothing any more; open streams end.
  @Override
  public void forget(Address address, Collection<String> externalIds) {
    known.invalidate(address);
    bell.ring(address);
  }

  /// How many browsers listen right now.
  public int streams() {
    return bell.count();
  }

  @Override
  public void close() {
    bell.close();
  }

  private void open(ServerRequest request, ServerResponse response) {
    openingPerAddress.take(peer.apply(request));
    Json.Body body = Json.bodyOrEmpty(request);
    String token = tokens.make();
    Address address = Tokens.address(token);
    String conversation = transcript.open(address, language(body, "cs"));
    known.put(address, true);
    response.status(Status.CREATED_201);
    Json.send(response, Map.of("token", token, "conversation", conversation));
  }

  private void send(ServerRequest request, ServerResponse response) {
    Address address = visitor(request);
    Json.Body body = Json.body(request);
    String clientId = body.text("clientId", 1, LONGEST_ID);
    String text = body.text("text", 1, LONGEST_TEXT);
    if (text.isBlank()) {
      throw Problem.badRequest("\"text\" is empty.").asException();
    }
    var receipt =
        inbox.accept(
            new InboundMessage(
                address,
                ClientIds.external(address, clientId),
                text,
                body.textOrEmpty("choice", LONGEST_CHOICE),
                language(body, ""),
                clock.instant()));
    if (!receipt.answered()) {
      bell.expectAnswer(address);
    }
    response.status(Status.ACCEPTED_202);
    Json.send(response, Map.of("id", Long.toString(receipt.message()), "clientId", clientId));
  }

  private void events(ServerRequest request, ServerResponse response) {
    perAddress.take(peer.apply(request));
    Address address = known(Tokens.address(request));
    long after = lastEventId(request);
    try (Bell.Ear ear = bell.listen(address)) {
      new Stream(transcript, address, ear, after).run(response);
    }
  }

  private void rate(ServerRequest request, ServerResponse response) {
    Address address = visitor(request);
    Json.Body body = Json.body(request);
    int score = body.number("score", 1, 5);
    transcript.rate(address, score, body.textOrEmpty("comment", LONGEST_COMMENT));
    bell.ring(address);
    response.status(Status.NO_CONTENT_204).send();
  }

  private void end(ServerRequest request, ServerResponse response) {
    Address address = visitor(request);
    transcript.close(address);
    bell.ring(address);
    response.status(Status.NO_CONTENT_204).send();
  }

  private void leave(ServerRequest request, ServerResponse response) {
    Address address = visitor(request);
    String email = Json.body(request).text("email", 3, LONGEST_EMAIL).strip();
    switch (transcript.leave(address, email)) {
      case LEFT -> response.status(Status.NO_CONTENT_204).send();
      case NOT_WAITING ->
          throw new Problem(409, "Nobody here waits for a person.", "Ask for a person first.")
              .asException();
      case UNREACHABLE ->
          throw Problem.badRequest("\"email\" is no address the office can write to.")
              .asException();
    }
    bell.ring(address);
  }

  private void mail(ServerRequest request, ServerResponse response) {
    Address address = visitor(request);
    Json.Body body = Json.body(request);
    String email = body.text("email", 3, LONGEST_EMAIL).strip();
    String code = body.textOrEmpty("code", LONGEST_ID).strip();
    if (!email.matches("[^\\s@<>\",;]+@[^\\s@<>\",;]+\\.[^\\s@<>\",;]+")) {
      throw Problem.badRequest("\"email\" is no address the office can write to.").asException();
    }
    switch (transcript.mail(address, email, code, language(body, "cs"))) {
      case SENT -> Json.send(response, Map.of("sent", true));
      case CODE_SENT -> Json.send(response, Map.of("sent", false));
      case WRONG_CODE ->
          throw new Problem(
                  409, "The code is not good.", "Look at the newest mail, or ask for a new code.")
              .asException();
      case TOO_MANY -> throw Problem.tooMany(Duration.ofHours(1)).asException();
      case FAILED ->
          throw new Problem(503, "The mail could not be sent.", "Try later, or download it.")
              .asException();
      case NO_MAIL -> throw Problem.notFound().asException();
    }
  }

  /// To be kept as a file: own words and answers, so no cache on the way may have it.
  private void transcript(ServerRequest request, ServerResponse response) {
    Address address = visitor(request);
    String language = request.query().first("lang").orElse("cs");
    if (!LANGUAGES.contains(language)) {
      throw Problem.badRequest("\"lang\" is one of cs, en, uk, de.").asException();
    }
    response.header(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8");
    response.header(HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"okenko.txt\"");
    response.header(HeaderNames.CACHE_CONTROL, "private, no-store");
    response.send(transcript.written(address, language).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean encloses() {
    return true;
  }

  /// What a clerk sent along, to whom it was sent. The token is in a header, so it is in no address.
  private void file(ServerRequest request, ServerResponse response) {
    Address address = visitor(request);
    Enclosure file =
        Optional.of(request.path().pathParameters().get("id"))
            .filter(id -> id.matches("\\d{1,16}"))
            .flatMap(id -> transcript.file(address, Long.parseLong(id)))
            .orElseThrow(() -> Problem.notFound().asException());
    try {
      Download.send(response, file.name(), file.size(), file.content().open());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Who sends, when they are known and not too fast.
  private Address visitor(ServerRequest request) {
    perAddress.take(peer.apply(request));
    Address address = known(Tokens.address(request));
    perConversation.take(address.value());
    return address;
  }

  private Address known(Address address) {
    if (known.getIfPresent(address) == null) {
      if (!transcript.knows(address)) {
        throw Tokens.unknown();
      }
      known.put(address, true);
    }
    return address;
  }

  private static String language(Json.Body body, String otherwise) {
    String language = body.textOrEmpty("language", 10);
    if (language.isEmpty()) {
      return otherwise;
    }
    if (!LANGUAGES.contains(language)) {
      throw Problem.badRequest("\"language\" is one of cs, en, uk, de.").asException();
    }
    return language;
  }

  private static long lastEventId(ServerRequest request) {
    String id = request.headers().value(HeaderNames.create("Last-Event-ID")).orElse("0");
    if (!id.matches("\\d{1,16}")) {
      throw Problem.badRequest("Last-Event-ID is not an id of ours.").asException();
    }
    return Long.parseLong(id);
  }
}
