package cz.okenko.gateway.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// A browser between sites of this machine: it keeps cookies, also those for safe places alone, and
/// goes where it is sent only when it is told to.
final class Surfer {
  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, String> cookies = new LinkedHashMap<>();

  HttpResponse<String> get(URI page) {
    return send(HttpRequest.newBuilder(page).GET());
  }

  HttpResponse<String> post(URI page, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(page)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  /// As the console does it.
  HttpResponse<String> delete(URI page) {
    return send(
        HttpRequest.newBuilder(page)
            .header("Content-Type", "application/json")
            .header("X-Okenko-Console", "1")
            .DELETE());
  }

  /// Whether somebody is there and content.
  boolean answers(URI page) {
    try {
      return get(page).statusCode() == 200;
    } catch (UncheckedIOException nobody) {
      return false;
    }
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    try {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      response.headers().allValues("Set-Cookie").forEach(this::keep);
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private void keep(String set) {
    String cookie = set.split(";", 2)[0];
    int equals = cookie.indexOf('=');
    String value = cookie.substring(equals + 1);
    if (value.isEmpty() || set.contains("Max-Age=0") || set.contains("1970")) {
      cookies.remove(cookie.substring(0, equals));
    } else {
      cookies.put(cookie.substring(0, equals), value);
    }
  }
}
