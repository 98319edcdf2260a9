package cz.okenko.connectors.webchat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import cz.okenko.connectors.http.ProblemException;
import io.helidon.webserver.WebServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The web chat behind a real server on a free port, and a browser in front of it.
final class ChatServer implements AutoCloseable {
  private final HttpClient browser =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final WebServer server;

  ChatServer(WebChatConnector connector) {
    this.server =
        WebServer.builder()
            .host("localhost")
            .port(0)
            .shutdownHook(false)
            .routing(
                routing -> {
                  routing.addFilter(connector.originFilter());
                  connector.routes(routing);
                  routing.error(
                      ProblemException.class, (request, response, e) -> e.problem().send(response));
                })
            .build()
            .start();
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path));
  }

  HttpRequest.Builder post(String path, String body) {
    return to(path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return browser.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /// Two members of each object in a list.
  static List<List<String>> members(String json, String list, String one, String other) {
    try {
      return JsonMapper.builder().build().readTree(json).path(list).valueStream()
          .map(each -> List.of(each.path(one).asText(), each.path(other).asText()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A file as it is saved: a browser shows none of it.
  byte[] file(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> response =
          browser.send(request.GET().build(), BodyHandlers.ofByteArray());
      String disposition = response.headers().firstValue("Content-Disposition").orElse("");
      if (response.statusCode() != 200 || !disposition.startsWith("attachment; ")) {
        throw new AssertionError("no download: " + response.statusCode() + " " + disposition);
      }
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /// A stream of events as the lines that come over the wire.
  Events listen(HttpRequest.Builder request) {
    try {
      HttpResponse<InputStream> response =
          browser.send(request.GET().build(), BodyHandlers.ofInputStream());
      return new Events(response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    browser.shutdownNow();
    server.stop();
  }

  /// Reads one stream; a test's time limit ends a wait for what never comes.
  static final class Events implements AutoCloseable {
    private final HttpResponse<InputStream> response;
    private final BufferedReader lines;

    Events(HttpResponse<InputStream> response) {
      this.response = response;
      this.lines =
          new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /// The next line that contains the text; everything before it is passed over.
    String await(String text) {
      for (String line = next(); ; line = next()) {
        if (line.contains(text)) {
          return line;
        }
      }
    }

    String next() {
      try {
        String line = lines.readLine();
        if (line == null) {
          throw new AssertionError("the stream ended");
        }
        return line;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void awaitEnd() {
      try {
        while (lines.readLine() != null) {
          // what was still under way
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      try {
        lines.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
