package cz.okenko.connectors.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// What is wrong with a request and what to do, as `application/problem+json` (RFC 9457).
///
/// @param status the HTTP status
/// @param title what happened, a short sentence
/// @param detail what to do; empty when the title says it all
/// @param more further members, for example the clerk who won a claim
public record Problem(int status, String title, String detail, Map<String, Object> more) {
  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    more = Map.copyOf(more);
  }

  public Problem(int status, String title, String detail) {
    this(status, title, detail, Map.of());
  }

  public static Problem badRequest(String detail) {
    return new Problem(400, "The request is not right.", detail);
  }

  public static Problem unauthorised(String detail) {
    return new Problem(401, "Who are you?", detail);
  }

  public static Problem forbidden(String detail) {
    return new Problem(403, "This is not allowed.", detail);
  }

  public static Problem notFound() {
    return new Problem(404, "There is nothing here.", "Check the address.");
  }

  public static Problem tooLarge(String detail) {
    return new Problem(413, "The request is too large.", detail);
  }

  public static Problem tooMany(Duration wait) {
    return new Problem(
        429,
        "Too many requests.",
        "Try again in " + seconds(wait) + " s.",
        Map.of("retryAfterSeconds", seconds(wait)));
  }

  /// The exception that carries this problem to the server's error handler.
  public ProblemException asException() {
    return new ProblemException(this);
  }

  /// The body that says it.
  public byte[] json() {
    var body = new LinkedHashMap<String, Object>();
    body.put("type", "about:blank");
    body.put("title", title);
    body.put("status", status);
    if (!detail.isEmpty()) {
      body.put("detail", detail);
    }
    body.putAll(more);
    return Json.write(body);
  }

  /// Sends it, with `Retry-After` when the problem says how long to wait.
  public void send(ServerResponse response) {
    if (more.get("retryAfterSeconds") instanceof Long wait) {
      response.header(HeaderNames.RETRY_AFTER, Long.toString(wait));
    }
    response.status(Status.create(status));
    response.header(HeaderNames.CONTENT_TYPE, MEDIA_TYPE);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    response.send(json());
  }

  private static long seconds(Duration wait) {
    return Math.max(1, wait.plusMillis(999).toSeconds());
  }
}
