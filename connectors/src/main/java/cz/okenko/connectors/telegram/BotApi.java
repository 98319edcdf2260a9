package cz.okenko.connectors.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import cz.okenko.connectors.http.Form;
import cz.okenko.connectors.http.Json;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Calls to the Bot API (core.telegram.org/bots/api, "Making requests"). The token is part of every
/// address, so no exception of this class carries one. Safe for any thread; an interrupt ends a
/// call.
final class BotApi implements AutoCloseable {
  /// Beyond what Telegram is asked to hold a call open.
  static final Duration PATIENCE = Duration.ofSeconds(20);

  /// Longest time a file may take to go: a delivery has a minute.
  static final Duration UPLOAD = Duration.ofSeconds(50);

  private static final Duration CONNECTING = Duration.ofSeconds(10);

  /// Longest time a file may take to come.
  private static final Duration DOWNLOAD = Duration.ofMinutes(5);

  /// A hundred updates of the longest messages are far below.
  private static final long LARGEST_ANSWER = 32L * 1024 * 1024;

  /// When the platform asks to wait and does not say how long.
  private static final int USUAL_WAIT = 5;

  private static final Pattern SENT = Pattern.compile("^\\s*\\{\\s*\"ok\"\\s*:\\s*true\\b");

  private final String methods;
  private final String files;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECTING)
          .executor(threads)
          .build();

  BotApi(URI api, Token token) {
    this.methods = api + "/bot" + token.value() + "/";
    this.files = api + "/file/bot" + token.value() + "/";
  }

  /// What Telegram answered to a call.
  sealed interface Reply {

    /// @param result empty (a missing node) when it was done and the answer cannot be read
    record Done(JsonNode result) implements Reply {}

    /// @param code as in HTTP
    /// @param pause before anything else is asked of Telegram, zero when it does not say
    /// @param movedTo the chat's new id, 0 when it has none
    record Failed(int code, String description, Duration pause, long movedTo) implements Reply {
      boolean says(String words) {
        return description.contains(words);
      }
    }
  }

  Reply call(String method, Map<String, ?> parameters) throws IOException {
    return call(method, parameters, Duration.ZERO);
  }

  /// @param held how long Telegram is asked to hold the call open
  /// @throws IOException when Telegram cannot be reached, is out of order (5xx) or talks nonsense
  Reply call(String method, Map<String, ?> parameters, Duration held) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(methods + method))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(Json.write(parameters)))
            .build();
    var bytes = BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER);
    HttpResponse<byte[]> response =
        await(client.sendAsync(request, bytes), held.plus(PATIENCE), method);
    return understood(method, response.statusCode(), response.body());
  }

  /// A call that carries a file. A file takes longer than words, so it may take [#UPLOAD] altogether.
  ///
  /// @throws IOException as for other calls; Telegram may have taken the file
  Reply upload(String method, Form.Filled form) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(methods + method))
            .header("Content-Type", form.contentType())
            .POST(BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> opened(form)), form.length()))
            .build();
    var bytes = BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER);
    HttpResponse<byte[]> response = await(client.sendAsync(request, bytes), UPLOAD, method);
    return understood(method, response.statusCode(), response.body());
  }

  private static InputStream opened(Form.Filled form) {
    try {
      return form.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Opens a file that `getFile` named; it must be read within [#DOWNLOAD].
  InputStream open(String path) throws IOException {
    if (path.isEmpty() || path.startsWith("/") || path.contains("..")) {
      throw new FileNotFoundException("telegram has no such file");
    }
    String escaped = path.replaceAll("[^A-Za-z0-9_./-]", "_");
    HttpRequest request = HttpRequest.newBuilder(URI.create(files + escaped)).build();
    HttpResponse<InputStream> response =
        await(client.sendAsync(request, BodyHandlers.ofInputStream()), PATIENCE, "file");
    if (response.statusCode() != 200) {
      response.body().close();
      if (response.statusCode() == 404) {
        throw new FileNotFoundException("telegram does not have the file any more");
      }
      throw new IOException("telegram file: " + response.statusCode());
    }
    closeAfter(response.body());
    return response.body();
  }

  private void closeAfter(InputStream body) {
    CompletableFuture.delayedExecutor(DOWNLOAD.toMillis(), TimeUnit.MILLISECONDS, threads)
        .execute(
            () -> {
              try {
                body.close();
              } catch (IOException e) {
                // it was over already
              }
            });
  }

  private static Reply understood(String method, int status, byte[] body) throws IOException {
    String text = new String(body, StandardCharsets.UTF_8);
    JsonNode answer = Trees.read(text);
    if (answer.path("ok").asBoolean(false)) {
      return new Reply.Done(answer.path("result"));
    }
    if (status == 200 && !answer.isObject() && SENT.matcher(text).find()) {
      return new Reply.Done(MissingNode.getInstance());
    }
    int code = answer.path("error_code").asInt(status);
    if (code >= 500 || code < 400 || (!answer.has("ok") && code != 429)) {
      throw new IOException("telegram " + method + ": " + code);
    }
    JsonNode more = answer.path("parameters");
    int wait = more.path("retry_after").asInt(code == 429 ? USUAL_WAIT : 0);
    return new Reply.Failed(
        code,
        answer.path("description").asText(""),
        Duration.ofSeconds(Math.max(0, wait)),
        more.path("migrate_to_chat_id").asLong(0));
  }

  /// The answer with its whole body, which the client's own time limit would not cover.
  private static <T> HttpResponse<T> await(
      CompletableFuture<HttpResponse<T>> answer, Duration limit, String method)
      throws IOException {
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IOException("telegram " + method + ": no answer in " + limit);
    } catch (ExecutionException e) {
      throw new IOException("telegram " + method + ": " + kind(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("telegram " + method + ": ended");
    } finally {
      answer.cancel(true);
    }
  }

  private static String kind(@Nullable Throwable cause) {
    return cause == null ? "failed" : cause.getClass().getSimpleName();
  }

  @Override
  public void close() {
    client.shutdownNow();
    threads.shutdownNow();
  }
}
