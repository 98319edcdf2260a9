package cz.okenko.connectors.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Files as downloads: a browser is told to show none of them and to keep none beside where it is saved.
public final class Download {
  private static final HeaderName SECURITY_POLICY = HeaderNames.create("Content-Security-Policy");
  private static final HeaderName RESOURCE_POLICY =
      HeaderNames.create("Cross-Origin-Resource-Policy");

  private Download() {}

  /// Sends a file to be saved under its name, and closes it.
  ///
  /// @param size in bytes, exactly
  public static void send(ServerResponse response, String name, long size, InputStream content) {
    response.header(HeaderNames.CONTENT_TYPE, "application/octet-stream");
    response.header(HeaderNames.CONTENT_LENGTH, Long.toString(size));
    response.header(HeaderNames.CONTENT_DISPOSITION, disposition(name));
    response.header(HeaderNames.CACHE_CONTROL, "private, no-store");
    response.header(SECURITY_POLICY, "sandbox; default-src 'none'");
    response.header(RESOURCE_POLICY, "same-origin");
    try (content;
        OutputStream out = response.outputStream()) {
      content.transferTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The header `Content-Disposition`. Source: RFC 6266, section 4, and RFC 8187.
  private static String disposition(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9._ -]", "_");
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded(name);
  }

  private static String encoded(String name) {
    var encoded = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9');
      if (plain || b == '.' || b == '-' || b == '_') {
        encoded.append((char) b);
      } else {
        encoded.append(String.format(Locale.ROOT, "%%%02X", b & 0xff));
      }
    }
    return encoded.toString();
  }
}
