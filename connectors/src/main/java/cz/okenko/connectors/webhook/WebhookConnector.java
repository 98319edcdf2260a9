package cz.okenko.connectors.webhook;

import cz.okenko.connectors.Address;
import cz.okenko.connectors.Choice;
import cz.okenko.connectors.Connector;
import cz.okenko.connectors.ConnectorProvider.Surroundings;
import cz.okenko.connectors.Delivery;
import cz.okenko.connectors.Delivery.Reason;
import cz.okenko.connectors.Enclosure;
import cz.okenko.connectors.Health;
import cz.okenko.connectors.Health.State;
import cz.okenko.connectors.Health.Trouble;
import cz.okenko.connectors.InboundMessage;
import cz.okenko.connectors.Inbox;
import cz.okenko.connectors.OutboundMessage;
import cz.okenko.connectors.SentFiles;
import cz.okenko.connectors.http.Download;
import cz.okenko.connectors.http.Json;
import cz.okenko.connectors.http.Problem;
import cz.okenko.connectors.http.Signatures;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webclient.api.HttpClientResponse;
import io.helidon.webclient.api.WebClient;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A channel over signed JSON, in both directions. `POST /connectors/webhook` takes what a citizen
/// wrote, named by its `webhook-id`; what the office says is posted to one address, named by ours.
public final class WebhookConnector implements Connector {
  public static final String CHANNEL = "webhook";

  static final String FILES = "/connectors/webhook/files";

  private static final Logger LOG = LoggerFactory.getLogger(WebhookConnector.class);
  private static final HeaderName ID = HeaderNames.create("webhook-id");
  private static final HeaderName TIMESTAMP = HeaderNames.create("webhook-timestamp");
  private static final HeaderName SIGNATURE = HeaderNames.create("webhook-signature");
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration READ = Duration.ofSeconds(20);
  private static final Duration SLOWER = Duration.ofMinutes(1);
  private static final int LONGEST_NAME = 200;

  private final Inbox inbox;
  private final SentFiles sentFiles;
  private final URI home;
  private final InstantSource clock;
  private final Signatures signatures;
  private final URI url;
  private final WebClient client;
  private volatile Health health = Health.WELL;

  WebhookConnector(Surroundings around, Signatures signatures, URI url) {
    this.inbox = around.inbox();
    this.sentFiles = around.sentFiles();
    this.home = around.house().publicUrl();
    this.clock = around.clock();
    this.signatures = signatures;
    this.url = url;
    this.client =
        WebClient.builder()
            .connectTimeout(CONNECT)
            .readTimeout(READ)
            .followRedirects(false)
            .shareConnectionCache(false)
            .build();
  }

  @Override
  public String channel() {
    return CHANNEL;
  }

  @Override
  public void routes(HttpRules rules) {
    rules.post("/connectors/webhook", this::receive);
    rules.get(FILES + "/{id}", this::file);
  }

  @Override
  public Health health() {
    return health;
  }

  @Override
  public void close() {
    client.closeResource();
  }

  @Override
  public boolean encloses() {
    return true;
  }

  /// A file that was told of, to whoever signs `file_` and its id as `webhook-id`, over no body; so a
  /// signature opens one file and nothing else.
  private void file(ServerRequest request, ServerResponse response) {
    String id = request.path().pathParameters().get("id");
    var headers =
        new Signatures.Headers(
            header(request, ID), header(request, TIMESTAMP), header(request, SIGNATURE));
    if (!headers.id().equals("file_" + id)
        || !signatures.signed(headers, new byte[0], clock.instant())) {
      throw Problem.forbidden("Sign file_ and the id as webhook-id, and an empty body.")
          .asException();
    }
    Enclosure file =
        Optional.of(id)
            .filter(text -> text.matches("\\d{1,16}"))
            .flatMap(text -> sentFiles.find(Long.parseLong(text)))
            .filter(sent -> sent.to().channel().equals(CHANNEL))
            .map(SentFiles.Sent::file)
            .orElseThrow(() -> Problem.notFound().asException());
    try {
      Download.send(response, file.name(), file.size(), file.content().open());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void receive(ServerRequest request, ServerResponse response) {
    byte[] body = Json.raw(request, Json.MAX_BODY);
    var headers =
        new Signatures.Headers(
            header(request, ID), header(request, TIMESTAMP), header(request, SIGNATURE));
    if (!signatures.signed(headers, body, clock.instant())) {
      throw Problem.forbidden("The signature does not fit, or is older than five minutes.")
          .asException();
    }
    InboundMessage message = message(headers, Json.read(body));
    try {
      inbox.accept(message);
    } catch (RuntimeException e) {
      LOG.error("a message of the webhook could not be stored; it will be sent again", e);
      throw new Problem(503, "Nothing was stored.", "Send it again.").asException();
    }
    response.status(Status.NO_CONTENT_204).send();
  }

  /// A choice is named by its key, a text stands for itself; of a choice its label is the text.
  private InboundMessage message(Signatures.Headers headers, Json.Body body) {
    String id = headers.id();
    if (id.length() > LONGEST_NAME || !body.text("type", 1, LONGEST_NAME).equals("message")) {
      throw Problem.badRequest("Only \"type\": \"message\" is understood.").asException();
    }
    String from = body.text("from", 1, LONGEST_NAME);
    Optional<Choice> picked = Choice.ofKey(body.textOrEmpty("choice", LONGEST_NAME), inbox);
    String text =
        picked.map(Choice::label).orElseGet(() -> body.text("text", 1, InboundMessage.MAX_TEXT));
    if (text.isBlank() || from.isBlank()) {
      throw Problem.badRequest("\"text\" and \"from\" must say something.").asException();
    }
    return new InboundMessage(
        new Address(CHANNEL, from),
        id,
        text,
        picked.map(Choice::value).orElse(""),
        body.textOrEmpty("language", 10),
        headers.at());
  }

  @Override
  public Delivery deliver(OutboundMessage message) throws IOException {
    byte[] body = Json.write(Said.of(message, home));
    String id = "msg_" + message.id();
    Instant now = clock.instant();
    try (HttpClientResponse response =
        client
            .post()
            .uri(url)
            .header(HeaderNames.CONTENT_TYPE, "application/json")
            .header(ID, id)
            .header(TIMESTAMP, Long.toString(now.getEpochSecond()))
            .header(SIGNATURE, signatures.sign(id, now, body))
            .submit(body)) {
      return delivery(response);
    } catch (RuntimeException e) {
      // The client throws exceptions of many kinds when the other end does not answer.
      health = failing(Trouble.UNREACHABLE);
      throw new IOException("the webhook does not answer", e);
    }
  }

  /// What the other side's answer means; its text is not read.
  private Delivery delivery(HttpClientResponse response) throws IOException {
    int status = response.status().code();
    health = status / 100 == 5 ? failing(Trouble.UNREACHABLE) : Health.WELL;
    return switch (status) {
      case 200, 201, 202, 204 -> new Delivery.Delivered();
      case 404, 410 -> new Delivery.Refused(Reason.UNKNOWN_ADDRESS);
      case 400, 413, 422 -> new Delivery.Refused(Reason.INVALID);
      case 451 -> new Delivery.Refused(Reason.BLOCKED);
      case 429, 503 -> {
        health = new Health(State.CONNECTED, Trouble.SLOWED_DOWN, Duration.ZERO);
        yield new Delivery.Deferred(clock.instant().plus(wait(response)));
      }
      case 401, 403 -> {
        health = failing(Trouble.NOT_SIGNED_IN);
        throw new IOException("the webhook does not accept our signature");
      }
      default -> throw new IOException("the webhook answers " + status);
    };
  }

  private static Duration wait(HttpClientResponse response) {
    String seconds = response.headers().value(HeaderNames.RETRY_AFTER).orElse("");
    return seconds.matches("[0-9]{1,5}") ? Duration.ofSeconds(Long.parseLong(seconds)) : SLOWER;
  }

  private static Health failing(Trouble trouble) {
    return new Health(State.FAILING, trouble, Duration.ZERO);
  }

  private static String header(ServerRequest request, HeaderName name) {
    return request.headers().value(name).orElse("");
  }
}
