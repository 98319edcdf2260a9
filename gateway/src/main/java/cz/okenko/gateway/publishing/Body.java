package cz.okenko.gateway.publishing;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What is sent to anybody who asks: whoever has it already is told so by its tag.
final class Body {
  static final String HTML = "text/html; charset=utf-8";
  static final String JSON = "application/json";
  static final String JSON_LD = "application/ld+json";
  static final String CSS = "text/css; charset=utf-8";
  static final String XML = "application/xml; charset=utf-8";
  static final String TEXT = "text/plain; charset=utf-8";

  private final String type;
  private final byte[] bytes;
  private final String tag;

  Body(String type, byte[] bytes) {
    this.type = type;
    this.bytes = bytes.clone();
    this.tag = '"' + hash(bytes) + '"';
  }

  Body(String type, String text) {
    this(type, text.getBytes(StandardCharsets.UTF_8));
  }

  /// Caches may keep it and must ask each time whether it still holds: an edit is seen at once.
  void sendTo(ServerRequest request, ServerResponse response, Status status) {
    response.header(HeaderNames.CACHE_CONTROL, "public, no-cache");
    response.header(HeaderNames.ETAG, tag);
    boolean known =
        request.headers().value(HeaderNames.IF_NONE_MATCH).filter(this::matches).isPresent();
    if (known && status.equals(Status.OK_200)) {
      response.status(Status.NOT_MODIFIED_304).send();
      return;
    }
    response.status(status);
    response.header(HeaderNames.CONTENT_TYPE, type);
    if (request.prologue().method().equals(Method.HEAD)) {
      response.contentLength(bytes.length);
      response.send();
    } else {
      response.send(bytes);
    }
  }

  private boolean matches(String wanted) {
    return wanted.equals("*") || wanted.contains(tag);
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
