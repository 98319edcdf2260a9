package cz.okenko.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/// Somebody of the office at the console, with the cookie a browser would keep.
public final class ConsoleClient {
  private final URI base;
  private final String cookie;

  private ConsoleClient(URI base, String cookie) {
    this.base = base;
    this.cookie = cookie;
  }

  static ConsoleClient signIn(URI base, String signIn, String password) {
    HttpResponse<String> response =
        new ConsoleClient(base, "none=1")
            .post("session", Map.of("name", signIn, "password", password));
    if (response.statusCode() != 200) {
      throw new AssertionError(signIn + " could not sign in: " + response.body());
    }
    String cookie = response.headers().firstValue("Set-Cookie").orElseThrow();
    return new ConsoleClient(base, cookie.substring(0, cookie.indexOf(';')));
  }

  /// Somebody who is not signed in.
  public static ConsoleClient stranger(URI base) {
    return new ConsoleClient(base, "none=1");
  }

  /// A file as the browser would save it.
  public HttpResponse<byte[]> download(String path) {
    return Wire.send(request(path).GET(), BodyHandlers.ofByteArray());
  }

  public String cookie() {
    return cookie;
  }

  /// The same person after the gateway was started anew, perhaps on another port.
  public ConsoleClient at(RunningGateway gateway) {
    return new ConsoleClient(gateway.base(), cookie);
  }

  /// The same person with the cookie that an answer set.
  public ConsoleClient withCookieOf(HttpResponse<String> response) {
    String set = response.headers().firstValue("Set-Cookie").orElseThrow();
    return new ConsoleClient(base, set.substring(0, set.indexOf(';')));
  }

  /// Reads below `/api/console/` and expects to be given something.
  public JsonNode get(String path) {
    HttpResponse<String> response = Wire.send(request(path).GET());
    if (response.statusCode() != 200) {
      throw new AssertionError(path + ": " + response.statusCode() + " " + response.body());
    }
    return Wire.json(response.body());
  }

  /// Posts below `/api/console/`.
  public HttpResponse<String> post(String path, Object body) {
    return Wire.send(changing(path).POST(BodyPublishers.ofString(Wire.json(body))));
  }

  public HttpResponse<String> delete(String path, Object body) {
    return Wire.send(
        changing(path).method("DELETE", BodyPublishers.ofString(Wire.json(body))));
  }

  public HttpResponse<String> put(String path, Object body) {
    return Wire.send(changing(path).PUT(BodyPublishers.ofString(Wire.json(body))));
  }

  public HttpResponse<String> delete(String path) {
    return Wire.send(changing(path).DELETE());
  }

  /// The status of reading below `/api/console/`.
  public int status(String path) {
    return Wire.send(request(path).GET()).statusCode();
  }

  /// A request without a body that shows what a console shows.
  public HttpResponse<String> bare(String method, String path) {
    return Wire.send(changing(path).method(method, BodyPublishers.noBody()));
  }

  public void signOut() {
    Wire.send(changing("session").DELETE());
  }

  /// The stream of changes, read line by line until it ends.
  public Stream<String> events() {
    return Wire.send(request("events").GET(), BodyHandlers.ofLines()).body();
  }

  /// `view` is waiting, mine, replied, snoozed or all; filters may stand behind it.
  public JsonNode queue(String view) {
    return get("queue?view=" + view);
  }

  public JsonNode conversation(String id) {
    return get("conversations/" + id);
  }

  public HttpResponse<String> claim(String id) {
    return post("conversations/" + id + "/claim", Map.of());
  }

  public HttpResponse<String> reply(String id, String text) {
    return say(id, "reply", text);
  }

  public HttpResponse<String> note(String id, String text) {
    return say(id, "note", text);
  }

  public HttpResponse<String> close(String id) {
    return post("conversations/" + id + "/close", Map.of());
  }

  public HttpResponse<String> giveBack(String id) {
    return post("conversations/" + id + "/give-back", Map.of());
  }

  private HttpResponse<String> say(String id, String how, String text) {
    return post(
        "conversations/" + id + "/" + how,
        Map.of("clientId", UUID.randomUUID().toString(), "text", text));
  }

  private HttpRequest.Builder changing(String path) {
    return request(path)
        .header("Content-Type", "application/json")
        .header("X-Okenko-Console", "1");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve("/api/console/" + path)).header("Cookie", cookie);
  }
}
