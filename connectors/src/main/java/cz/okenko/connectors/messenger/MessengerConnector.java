package cz.okenko.connectors.messenger;

import cz.okenko.connectors.Address;
import cz.okenko.connectors.Attachment;
import cz.okenko.connectors.Connector;
import cz.okenko.connectors.ConnectorProvider.Surroundings;
import cz.okenko.connectors.Delivery;
import cz.okenko.connectors.Event;
import cz.okenko.connectors.Health;
import cz.okenko.connectors.Health.Trouble;
import cz.okenko.connectors.InboundMessage.Handling;
import cz.okenko.connectors.Inbox;
import cz.okenko.connectors.OutboundMessage;
import cz.okenko.connectors.Window;
import cz.okenko.connectors.http.Json;
import cz.okenko.connectors.http.Problem;
import io.helidon.common.parameters.Parameters;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webclient.api.WebClient;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The office's pages on Messenger. `GET /connectors/messenger` answers the platform's check of our
/// address, `POST` takes its news: acknowledged when it is on disk, because the platform waits 20 s
/// and then repeats what was not acknowledged (FB-04).
public final class MessengerConnector implements Connector {
  public static final String CHANNEL = "messenger";

  /// Largest body in bytes; the platform bundles up to 1,000 events. Known, not seen.
  static final int LARGEST_BODY = 1024 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(MessengerConnector.class);
  private static final String ROUTE = "/connectors/messenger";
  private static final HeaderName SIGNATURE = HeaderNames.create("X-Hub-Signature-256");
  private static final HeaderName NO_SNIFF = HeaderNames.create("X-Content-Type-Options");
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration READ = Duration.ofSeconds(15);

  /// Echoes come within a second or two; what was not acknowledged is repeated soon. Known, not seen.
  private static final Duration ECHOES = Duration.ofSeconds(15);

  private final MessengerSettings settings;
  private final Inbox inbox;
  private final InstantSource clock;
  private final Keys keys;
  private final Pages pages;
  private final Threads threads;
  private final WebhookReader reader;
  private final WebClient client;
  private final Sender sender;
  private final Typing typing;
  private final PageSetup setup;
  private final Downloads downloads;

  MessengerConnector(MessengerSettings settings, Surroundings surroundings) {
    this.settings = settings;
    this.inbox = surroundings.inbox();
    this.clock = surroundings.clock();
    this.keys = new Keys(settings.appSecret());
    this.pages = new Pages(settings.pageTokens().containsKey(MessengerSettings.ANY_PAGE));
    this.threads = new Threads(surroundings.notebook());
    var house = surroundings.house();
    this.reader =
        new WebhookReader(
            new MessageReader(inbox, settings.machineApps(), house.language()), clock);
    this.client =
        WebClient.builder()
            .connectTimeout(CONNECT)
            .readTimeout(READ)
            .followRedirects(false)
            .shareConnectionCache(false)
            .build();
    var graph = new Graph(client, settings.graph(), keys);
    var personas =
        new Personas(graph, surroundings.notebook(), settings.personaPicture(), clock);
    var surface = new Sender.Surface(new Rendering(house.publicUrl()), clock);
    this.sender = new Sender(graph, threads, personas, pages, surface);
    this.typing = new Typing(graph, threads);
    this.setup = new PageSetup(graph, pages, surroundings.notebook(), house);
    this.downloads = new Downloads(client, settings.graph());
  }

  @Override
  public String channel() {
    return CHANNEL;
  }

  @Override
  public void routes(HttpRules rules) {
    rules.get(ROUTE, this::verify);
    rules.post(ROUTE, this::receive);
  }

  @Override
  public void start() {
    setup.start(settings.pageTokens());
  }

  @Override
  public Delivery deliver(OutboundMessage message) throws IOException {
    Place place = Place.of(message.address());
    Optional<String> token = settings.token(place.page());
    if (token.isEmpty()) {
      return new Delivery.Refused(Delivery.Reason.NOT_ALLOWED);
    }
    return switch (Licence.of(message, clock.instant(), settings.humanAgent())) {
      case Licence.Withheld(Delivery.Reason reason) -> new Delivery.Refused(reason);
      case Licence.Granted granted ->
          sender.send(new Sender.Errand(message, place, token.get(), granted));
    };
  }

  /// By an echo with our id in it (FB-06).
  @Override
  public Duration confirmsWithin() {
    return ECHOES;
  }

  @Override
  public InputStream fetch(Attachment attachment) throws IOException {
    return downloads.open(attachment.reference());
  }

  @Override
  public boolean encloses() {
    return true;
  }

  @Override
  public int longest() {
    return Rendering.LONGEST_TEXT;
  }

  @Override
  public Window window() {
    return Licence.window(settings.humanAgent());
  }

  @Override
  public Health health() {
    return pages.health();
  }

  @Override
  public void forget(Address address, Collection<String> externalIds) {
    threads.forget(Place.of(address));
  }

  @Override
  public void close() {
    typing.close();
    setup.close();
    client.closeResource();
  }

  /// The platform asks whether this address is ours (FB-01).
  private void verify(ServerRequest request, ServerResponse response) {
    Parameters query = request.query();
    String token = query.first("hub.verify_token").orElse("");
    String challenge = query.first("hub.challenge").orElse("");
    boolean subscribes = query.first("hub.mode").orElse("").equals("subscribe");
    if (!subscribes || settings.verifyToken().isEmpty()
        || !Keys.same(settings.verifyToken(), token)) {
      throw Problem.forbidden("The verify token does not fit.").asException();
    }
    response.header(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8");
    response.header(NO_SNIFF, "nosniff");
    response.send(challenge);
  }

  private void receive(ServerRequest request, ServerResponse response) {
    String signature =
        request
            .headers()
            .value(SIGNATURE)
            .orElseThrow(() -> Problem.forbidden("The signature is missing.").asException());
    byte[] body = Json.raw(request, LARGEST_BODY);
    if (!keys.signed(signature, body)) {
      throw Problem.forbidden("The signature does not fit.").asException();
    }
    WebhookReader.Batch batch = reader.read(body);
    try {
      store(batch.news());
    } catch (RuntimeException e) {
      pages.notStored();
      LOG.error("news of messenger could not be stored; the platform will bring it again", e);
      throw new Problem(503, "Nothing was stored.", "Send it again.").asException();
    }
    pages.stored(Duration.between(batch.sentAt(), clock.instant()));
    response.status(Status.OK_200).send("EVENT_RECEIVED");
  }

  /// Keeps the order for each citizen; several citizens side by side, so that a large bundle does
  /// not wait for as many commits as it has events.
  private void store(List<News> news) {
    Map<String, List<News>> byCitizen =
        news.stream()
            .collect(
                Collectors.groupingBy(News::about, LinkedHashMap::new, Collectors.toList()));
    if (byCitizen.size() == 1) {
      news.forEach(this::store);
    } else {
      sideBySide(byCitizen.values().stream().map(this::storing).toList());
    }
  }

  private Callable<Boolean> storing(List<News> news) {
    return () -> {
      news.forEach(this::store);
      return true;
    };
  }

  private static void sideBySide(List<Callable<Boolean>> works) {
    try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> done : hands.invokeAll(works)) {
        done.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a part was not stored", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted before everything was stored", e);
    }
  }

  private void store(News news) {
    switch (news) {
      case News.Written written -> accept(written);
      case News.Echoed(Place place, Metadata piece, Instant _) -> {
        threads.echoed(place, piece);
        if (piece.last()) {
          inbox.note(new Event.Confirmed(piece.message()));
        }
      }
      case News.Told(String _, Event event, Instant at) -> {
        inbox.note(event);
        if (event instanceof Event.AnsweredThere there) {
          threads.spokenThere(Place.of(there.address()), at);
        }
      }
      case News.Policed(String page, boolean restricted, Event event, Instant _) -> {
        inbox.note(event);
        if (restricted) {
          pages.trouble(page, Trouble.RESTRICTED);
        } else {
          pages.well(page);
        }
      }
    }
  }

  private void accept(News.Written written) {
    Inbox.Receipt receipt = inbox.accept(written.message());
    boolean thinking = !receipt.repeated() && !receipt.answered();
    if (thinking && written.message().handling() == Handling.ANSWER) {
      Place place = Place.of(written.message().address());
      settings.token(place.page()).ifPresent(token -> typing.show(place, token));
    }
  }
}
