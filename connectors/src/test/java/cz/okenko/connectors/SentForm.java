package cz.okenko.connectors;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A form as a platform reads it (`multipart/form-data`, RFC 7578): strictly, and by its length.
public record SentForm(Map<String, String> fields, String name, String type, String bytes) {
  private static final Pattern TYPE =
      Pattern.compile("multipart/form-data; boundary=([A-Za-z0-9-]{1,70})");
  private static final Pattern HEAD =
      Pattern.compile(
          "Content-Disposition: form-data; name=\"([a-z_]+)\"(?:; filename=\"([^\"\r\n]*)\")?"
              + "(?:\r\nContent-Type: ([a-z0-9./+-]+))?");

  public SentForm {
    fields = Map.copyOf(fields);
  }

  /// Empty when the request is no form.
  public static Optional<SentForm> of(ServerRequest request) {
    Matcher type =
        TYPE.matcher(request.headers().value(HeaderNames.CONTENT_TYPE).orElse(""));
    return type.matches() ? Optional.of(read(request, type.group(1))) : Optional.empty();
  }

  /// The file itself.
  public byte[] file() {
    return bytes.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static SentForm read(ServerRequest request, String boundary) {
    try {
      byte[] all = request.content().inputStream().readAllBytes();
      long told = request.headers().contentLength().orElse(-1);
      if (told != all.length) {
        throw new AssertionError(all.length + " bytes came and " + told + " were told");
      }
      return parsed(new String(all, StandardCharsets.ISO_8859_1), "--" + boundary);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SentForm parsed(String text, String line) {
    if (!text.startsWith(line + "\r\n") || !text.endsWith("\r\n" + line + "--\r\n")) {
      throw new AssertionError("the form does not begin and end with its boundary");
    }
    var fields = new LinkedHashMap<String, String>();
    var file = new String[] {"", "", ""};
    String inner = text.substring(line.length() + 2, text.length() - line.length() - 6);
    for (String part : Arrays.asList(inner.split(Pattern.quote("\r\n" + line + "\r\n"), -1))) {
      int end = part.indexOf("\r\n\r\n");
      Matcher head = HEAD.matcher(part.substring(0, end));
      if (!head.matches()) {
        throw new AssertionError("not the head of a part: " + part.substring(0, end));
      }
      String content = part.substring(end + 4);
      if (head.group(2) == null) {
        fields.put(head.group(1), utf8(content));
      } else {
        file = new String[] {utf8(head.group(2)), head.group(3), content};
        fields.put(head.group(1), "(file)");
      }
    }
    return new SentForm(fields, file[0], file[1], file[2]);
  }

  private static String utf8(String latin) {
    return new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
