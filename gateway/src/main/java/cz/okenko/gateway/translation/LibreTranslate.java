package cz.okenko.gateway.translation;

import cz.okenko.connectors.http.Json;
import cz.okenko.connectors.http.ProblemException;
import cz.okenko.gateway.settings.TranslatorAt.Libre;
import cz.okenko.gateway.translation.Translator.Said.Refused;
import cz.okenko.gateway.translation.Translator.Said.Translated;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A service that speaks as LibreTranslate does: `POST /translate`. Source: its API documentation, 1.6,
/// 2026-11-29.
final class LibreTranslate implements Translator {
  private static final int AT_ONCE = 4;
  private static final long LARGEST_ANSWER = 512 * 1024;
  private static final int LONGEST_TEXT = 100_000;

  private final Libre at;
  private final Semaphore hands = new Semaphore(AT_ONCE);
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  LibreTranslate(Libre at) {
    this.at = at;
  }

  @Override
  public Said translate(String text, String from, String to) {
    if (text.length() > at.longest()) {
      return new Refused(Reason.TOO_LONG);
    }
    if (!hands.tryAcquire()) {
      return new Refused(Reason.BUSY);
    }
    try {
      return ask(text, from, to);
    } finally {
      hands.release();
    }
  }

  private Said ask(String text, String from, String to) {
    var body = new HashMap<String, String>();
    body.put("q", text);
    body.put("source", from);
    body.put("target", to);
    body.put("format", "text");
    if (!at.key().isEmpty()) {
      body.put("api_key", at.key());
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(at.url() + "/translate"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(Json.write(body)))
            .build();
    var bytes = BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER);
    CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, bytes);
    try {
      return understood(answer.get(at.patience().toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException | ExecutionException e) {
      return new Refused(Reason.UNREACHABLE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Refused(Reason.UNREACHABLE);
    } finally {
      answer.cancel(true);
    }
  }

  private static Said understood(HttpResponse<byte[]> response) {
    return switch (response.statusCode()) {
      case 200 -> read(response.body());
      case 400 -> new Refused(Reason.LANGUAGE);
      case 401, 403 -> new Refused(Reason.KEY);
      case 429 -> new Refused(Reason.BUSY);
      default -> new Refused(Reason.UNREACHABLE);
    };
  }

  private static Said read(byte[] body) {
    try {
      return new Translated(Json.read(body).text("translatedText", 1, LONGEST_TEXT));
    } catch (ProblemException noAnswer) {
      return new Refused(Reason.UNREACHABLE);
    }
  }
}
