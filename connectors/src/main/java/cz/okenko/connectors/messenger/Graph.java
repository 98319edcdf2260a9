package cz.okenko.connectors.messenger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import cz.okenko.connectors.http.Form;
import cz.okenko.connectors.http.Json;
import cz.okenko.connectors.http.Mappers;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webclient.api.HttpClientRequest;
import io.helidon.webclient.api.HttpClientResponse;
import io.helidon.webclient.api.WebClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Stream;

/// Calls the Graph API. The token goes into a header, where no log of addresses finds it; the
/// platform's own examples do so for its other messengers. Known, not seen for this one.
final class Graph {
  /// What a call gives.
  sealed interface Answer {}

  /// @param id of the message, file or persona that was made, possibly empty
  record Taken(String id) implements Answer {}

  /// What the platform did not want, as it says it (FB-20).
  ///
  /// @param status of HTTP
  /// @param retry how long to wait, zero when the platform did not say
  record Fault(int status, int code, int subcode, boolean transientFault, Duration retry)
      implements Answer {}

  /// What was sent is sent, whatever stands behind the answer.
  private static final ObjectReader ANSWERS =
      Mappers.lenient().reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static final HeaderName USAGE = HeaderNames.create("X-Business-Use-Case-Usage");
  private static final int LARGEST = 64 * 1024;
  private static final int LONGEST_WAIT_SECONDS = 86_400;

  /// The platform looks into a file before it answers.
  private static final Duration UPLOAD = Duration.ofSeconds(40);

  private final WebClient client;
  private final URI base;
  private final Keys keys;

  Graph(WebClient client, URI base, Keys keys) {
    this.client = client;
    this.base = base;
    this.keys = keys;
  }

  /// @throws IOException when the platform could not be reached or answered nonsense; it may have
  ///     taken what was posted
  Answer post(String path, String token, Object body) throws IOException {
    byte[] json = Json.write(body);
    return exchange(
        client.post().uri(uri(path, token)).header(HeaderNames.CONTENT_TYPE, "application/json"),
        token,
        request -> request.submit(json));
  }

  /// Hands over a file, which is sent by the id this gives; nobody sees it before.
  ///
  /// @throws IOException when the platform could not be reached or answered nonsense
  Answer upload(String token, Form.Filled form) throws IOException {
    return exchange(
        client
            .post()
            .uri(uri("/me/message_attachments", token))
            .readTimeout(UPLOAD)
            .header(HeaderNames.CONTENT_TYPE, form.contentType())
            .header(HeaderNames.CONTENT_LENGTH, Long.toString(form.length())),
        token,
        request ->
            request.outputStream(
                out -> {
                  try (out;
                      InputStream in = form.open()) {
                    in.transferTo(out);
                  }
                }));
  }

  Answer get(String path, String token) throws IOException {
    return exchange(client.get().uri(uri(path, token)), token, HttpClientRequest::request);
  }

  private URI uri(String path, String token) {
    return URI.create(base + path + "?appsecret_proof=" + keys.proof(token));
  }

  private static Answer exchange(
      HttpClientRequest request,
      String token,
      Function<HttpClientRequest, HttpClientResponse> call)
      throws IOException {
    request.header(HeaderNames.AUTHORIZATION, "Bearer " + token);
    try (HttpClientResponse response = call.apply(request)) {
      return answer(response, response.inputStream().readNBytes(LARGEST));
    } catch (RuntimeException e) {
      // The client throws exceptions of many kinds when the other end does not answer.
      throw new IOException("the platform does not answer", e);
    }
  }

  private static Answer answer(HttpClientResponse response, byte[] body) throws IOException {
    int status = response.status().code();
    JsonNode json = status / 100 == 2 ? ANSWERS.readTree(body) : explained(body);
    JsonNode error = json.path("error");
    if (error.isObject()) {
      return new Fault(
          status,
          error.path("code").asInt(),
          error.path("error_subcode").asInt(),
          error.path("is_transient").asBoolean(),
          wait(response));
    }
    if (status / 100 != 2) {
      return new Fault(status, 0, 0, status / 100 == 5, wait(response));
    }
    if (!json.isObject()) {
      throw new IOException("the platform's answer is no JSON object");
    }
    return new Taken(
        Stream.of("message_id", "attachment_id", "id")
            .map(name -> json.path(name).asText())
            .filter(id -> !id.isEmpty())
            .findFirst()
            .orElse(""));
  }

  /// What an error says of itself; what stands before the platform answers with a page.
  private static JsonNode explained(byte[] body) throws IOException {
    try {
      return ANSWERS.readTree(body);
    } catch (JsonProcessingException e) {
      return JsonNodeFactory.instance.objectNode();
    }
  }

  /// How long the platform wants us to wait: `Retry-After`, or what it estimates in minutes for the
  /// page. Source: "Rate limits", Graph API documentation. Known, not seen.
  private static Duration wait(HttpClientResponse response) {
    String seconds = response.headers().value(HeaderNames.RETRY_AFTER).orElse("");
    if (seconds.matches("[0-9]{1,9}")) {
      return Duration.ofSeconds(Math.min(LONGEST_WAIT_SECONDS, Long.parseLong(seconds)));
    }
    try {
      int minutes = 0;
      for (JsonNode page : ANSWERS.readTree(response.headers().value(USAGE).orElse("{}"))) {
        for (JsonNode use : page) {
          minutes = Math.max(minutes, use.path("estimated_time_to_regain_access").asInt());
        }
      }
      return Duration.ofSeconds(Math.min(LONGEST_WAIT_SECONDS, minutes * 60L));
    } catch (IOException e) {
      return Duration.ZERO;
    }
  }
}
