package cz.okenko.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/// Requests to the product, as platforms and browsers make them.
final class Web {
  static final JsonMapper JSON = JsonMapper.builder().build();
  static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Web() {}

  /// @param status 0 when there was no answer
  record Answer(int status, String body) {
    JsonNode json() {
      return read(body);
    }
  }

  static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String quoted(String text) {
    return JSON.getNodeFactory().textNode(text).toString();
  }

  /// The status, 0 when there was no answer.
  static int get(int port, String path) throws InterruptedException {
    return send(HttpRequest.newBuilder(uri(port, path)).GET()).status();
  }

  static Answer post(int port, String path, String json, Map<String, String> headers)
      throws InterruptedException {
    var request = HttpRequest.newBuilder(uri(port, path)).POST(BodyPublishers.ofString(json));
    request.header("Content-Type", "application/json");
    headers.forEach(request::header);
    return send(request);
  }

  static URI uri(int port, String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private static Answer send(HttpRequest.Builder request) throws InterruptedException {
    try {
      HttpResponse<String> response =
          CLIENT.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body());
    } catch (IOException e) {
      return new Answer(0, "");
    }
  }
}
