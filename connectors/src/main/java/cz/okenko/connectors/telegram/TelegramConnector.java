package cz.okenko.connectors.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import cz.okenko.connectors.Address;
import cz.okenko.connectors.Attachment;
import cz.okenko.connectors.Connector;
import cz.okenko.connectors.ConnectorProvider.Surroundings;
import cz.okenko.connectors.Delivery;
import cz.okenko.connectors.Health;
import cz.okenko.connectors.OutboundMessage;
import cz.okenko.connectors.Window;
import cz.okenko.connectors.http.Problem;
import cz.okenko.connectors.telegram.BotApi.Reply;
import cz.okenko.connectors.telegram.BotApi.Reply.Failed;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpException;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Telegram: one bot of the office. `POST /connectors/telegram` is where Telegram comes in webhook
/// mode; in polling mode, which also works behind a router, we ask it.
public final class TelegramConnector implements Connector {
  public static final String CHANNEL = "telegram";
  public static final String PATH = "/connectors/telegram";

  /// Largest update in bytes; the longest message with its forwarded original is far below.
  private static final int MAX_BODY = 1024 * 1024;

  private static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";
  private static final Logger LOG = LoggerFactory.getLogger(TelegramConnector.class);

  private final byte[] secret;
  private final Bot bot;
  private final Sending sending;
  private final Intake intake;
  private final Aside aside;
  private final Pauses pauses;
  private final Pace pace;
  private final Progress progress;
  private final Reception reception;

  TelegramConnector(TelegramSettings settings, Surroundings around, Tempo tempo) {
    this.secret = settings.secret().getBytes(StandardCharsets.UTF_8);
    long id = settings.token().botId();
    this.bot =
        new Bot(
            id,
            new BotApi(settings.api(), settings.token()),
            around.notebook(),
            new Condition(around.clock()),
            around.clock());
    this.progress = new Progress(around.notebook(), id);
    this.pauses = new Pauses(tempo);
    this.pace = new Pace(around.clock());
    var posting = new Posting(bot, pace);
    this.sending = new Sending(progress, posting, around.inbox(), around.house());
    this.aside = new Aside(bot, posting, pauses);
    var reading = new Reading(bot, progress.name().orElse(""), around.house().language());
    this.intake =
        new Intake(reading, around.inbox(), aside, bot.condition(), around.house().publicUrl());
    var link = new Link(bot, pace, reading, progress, pauses);
    this.reception =
        settings.webhook()
            ? new Webhook(link, around.house().publicUrl(), settings.secret(), tempo, pauses)
            : new Polling(link, intake, progress, tempo, pauses);
  }

  @Override
  public String channel() {
    return CHANNEL;
  }

  @Override
  public void routes(HttpRules rules) {
    rules.post(PATH, this::receive);
  }

  @Override
  public void start() {
    reception.start();
  }

  @Override
  public Delivery deliver(OutboundMessage message) throws IOException {
    return sending.deliver(message);
  }

  @Override
  public InputStream fetch(Attachment attachment) throws IOException {
    if (Attached.tooBig(attachment)) {
      throw new FileNotFoundException("telegram hands over no file of this size");
    }
    return switch (bot.api().call("getFile", Map.of("file_id", attachment.reference()))) {
      case Reply.Done(JsonNode file) -> bot.api().open(file.path("file_path").asText(""));
      case Failed failed -> throw notFetched(failed);
    };
  }

  /// Telegram says “wrong file_id or the file is temporarily unavailable” for both; the caller
  /// tries again and gives up in the end.
  private IOException notFetched(Failed failed) {
    if (failed.code() == 429) {
      pace.hold(failed.pause());
    }
    boolean never = failed.code() == 400 && !failed.says("temporarily");
    return never
        ? new FileNotFoundException("telegram does not hand over the file")
        : new IOException("telegram getFile: " + failed.code());
  }

  @Override
  public boolean encloses() {
    return true;
  }

  @Override
  public int longest() {
    return Splitting.LONGEST;
  }

  @Override
  public Window window() {
    return Window.UNLIMITED;
  }

  /// Opens our bot, which then sends the code by itself ([deep
  /// linking](https://core.telegram.org/bots/features#deep-linking)); empty until the bot's name is
  /// known.
  @Override
  public Optional<URI> entrance(String code) {
    return progress.name().map(name -> URI.create("https://t.me/" + name + "?start=" + code));
  }

  @Override
  public Health health() {
    return bot.condition().health();
  }

  @Override
  public void forget(Address address, Collection<String> externalIds) {
    Place.of(address).ifPresent(place -> progress.greet(place.chat(), false));
  }

  @Override
  public void close() {
    pauses.close();
    reception.close();
    aside.close();
    bot.api().close();
  }

  /// The secret is checked before anything of the body is read (TG-02). Without a secret in the
  /// settings nobody may come.
  private void receive(ServerRequest request, ServerResponse response) {
    String shown = request.headers().value(HeaderNames.create(SECRET)).orElse("");
    if (secret.length == 0
        || !MessageDigest.isEqual(secret, shown.getBytes(StandardCharsets.UTF_8))) {
      Problem.forbidden("Only Telegram may call this.").send(response);
      return;
    }
    JsonNode update = Trees.read(body(request));
    if (!update.path("update_id").isIntegralNumber()) {
      Problem.badRequest("The body is not an update of Telegram.").send(response);
      return;
    }
    try {
      intake.take(update);
    } catch (RuntimeException e) {
      LOG.error(
          "telegram: update {} was not stored ({})",
          update.path("update_id").asLong(),
          e.getClass().getName());
      new Problem(503, "The update could not be stored.", "Send it again.").send(response);
      return;
    }
    response.send();
  }

  private static byte[] body(ServerRequest request) {
    try (InputStream in = request.content().inputStream()) {
      byte[] bytes = in.readNBytes(MAX_BODY + 1);
      if (bytes.length > MAX_BODY) {
        throw Problem.tooLarge("An update has at most " + MAX_BODY + " bytes.").asException();
      }
      return bytes;
    } catch (HttpException e) {
      throw e;
    } catch (IOException | IllegalStateException | IllegalArgumentException e) {
      return new byte[0];
    }
  }
}
