package cz.okenko.gateway.hook;

import cz.okenko.connectors.http.Signatures;
import cz.okenko.gateway.hook.Addresses.RefusedException;
import cz.okenko.gateway.hook.Answer.Trouble;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webclient.api.HttpClientResponse;
import io.helidon.webclient.api.Proxy;
import io.helidon.webclient.api.WebClient;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;

/// Makes one attempt: a signed request as Standard Webhooks describes it. It follows nobody elsewhere,
/// keeps no connection, and reads nothing of the answer but its status and how long to wait.
final class Postman implements AutoCloseable {
  private static final HeaderName ID = HeaderNames.create("webhook-id");
  private static final HeaderName TIMESTAMP = HeaderNames.create("webhook-timestamp");
  private static final HeaderName SIGNATURE = HeaderNames.create("webhook-signature");
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration READ = Duration.ofSeconds(15);

  private final InstantSource clock;
  private final WebClient client;

  Postman(Addresses addresses, InstantSource clock) {
    this.clock = clock;
    this.client =
        WebClient.builder()
            .connectTimeout(CONNECT)
            .readTimeout(READ)
            .followRedirects(false)
            .keepAlive(false)
            .shareConnectionCache(false)
            .proxy(Proxy.noProxy())
            .dnsResolver(addresses)
            .build();
  }

  /// Tells what came of it as soon as that is known; taking leave of the other side may take longer.
  void bring(Hook hook, Dispatch dispatch, Consumer<Answer> heard) {
    Instant now = clock.instant();
    byte[] body = dispatch.body().getBytes(StandardCharsets.UTF_8);
    String signatures =
        new Signatures(hook.secrets().at(now)).sign(dispatch.name(), now, body);
    try (HttpClientResponse response =
        client
            .post()
            .uri(hook.url())
            .header(HeaderNames.CONTENT_TYPE, "application/json")
            .header(HeaderNames.USER_AGENT, "Okenko")
            .header(ID, dispatch.name())
            .header(TIMESTAMP, Long.toString(now.getEpochSecond()))
            .header(SIGNATURE, signatures)
            .submit(body)) {
      heard.accept(Answer.of(now, response.status().code(), pause(response)));
    } catch (RuntimeException e) {
      // The client throws exceptions of many kinds when the other end does not answer.
      heard.accept(Answer.of(now, trouble(e)));
    }
  }

  private static Duration pause(HttpClientResponse response) {
    String seconds = response.headers().value(HeaderNames.RETRY_AFTER).orElse("");
    return seconds.matches("[0-9]{1,5}")
        ? Duration.ofSeconds(Long.parseLong(seconds))
        : Duration.ZERO;
  }

  private static Trouble trouble(Throwable fault) {
    return switch (fault) {
      case RefusedException refused -> refused.trouble();
      case SSLException _ -> Trouble.CERTIFICATE;
      case SocketTimeoutException _ -> Trouble.TIMEOUT;
      default -> fault.getCause() == null ? Trouble.UNREACHABLE : trouble(fault.getCause());
    };
  }

  @Override
  public void close() {
    client.closeResource();
  }
}
