package cz.okenko.connectors.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Strict JSON: bodies must be UTF-8, one value and nothing behind it, no key twice, not nested
/// deeper than [#MAX_DEPTH]. Whatever breaks that is a [Problem] of status 400 or 413.
public final class Json {
  /// Largest body in bytes; a chat message of 4,000 characters fits many times over.
  public static final int MAX_BODY = 64 * 1024;

  private static final int MAX_DEPTH = 16;

  private static final JsonMapper MAPPER = Mappers.strict(MAX_DEPTH);

  private Json() {}

  /// The request's body as an object.
  public static Body body(ServerRequest request) {
    String type =
        request.headers().contentType().map(t -> t.mediaType().text()).orElse("");
    if (!type.toLowerCase(Locale.ROOT).equals("application/json")) {
      throw new Problem(415, "The body must be JSON.", "Send Content-Type: application/json.")
          .asException();
    }
    byte[] bytes = raw(request, MAX_BODY);
    if (bytes.length == 0) {
      throw Problem.badRequest("The body is empty; send a JSON object.").asException();
    }
    return read(bytes);
  }

  /// The request's body as an object; an object without members when there is no body.
  public static Body bodyOrEmpty(ServerRequest request) {
    return request.content().hasEntity() && request.headers().contentLength().orElse(1) > 0
        ? body(request)
        : new Body(MAPPER.createObjectNode());
  }

  /// Reads one JSON object from raw bytes.
  public static Body read(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      JsonNode node = MAPPER.readTree(bytes);
      if (!node.isObject()) {
        throw Problem.badRequest("The body must be a JSON object.").asException();
      }
      return new Body(node);
    } catch (CharacterCodingException e) {
      throw Problem.badRequest("The body is not UTF-8.").asException();
    } catch (IOException e) {
      throw Problem.badRequest("The body is not valid JSON.").asException();
    }
  }

  /// Writes records, maps and lists; members that are null are left out by the records themselves.
  public static byte[] write(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Sends a value as JSON that nobody may cache.
  public static void send(ServerResponse response, Object value) {
    response.header(HeaderNames.CONTENT_TYPE, "application/json");
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    response.send(write(value));
  }

  /// The request's body as it came, for a body whose signature is checked before anything is
  /// parsed; more than `most` bytes are a [Problem] of status 413.
  public static byte[] raw(ServerRequest request, int most) {
    if (request.headers().contentLength().orElse(0) > most) {
      throw tooLarge(most);
    }
    byte[] bytes = received(request, most);
    if (bytes.length > most) {
      throw tooLarge(most);
    }
    return bytes;
  }

  /// What arrived, at most one byte too many. The server's reader throws exceptions of many kinds
  /// when a body ends early or its chunks are none; to the caller they are all the same.
  private static byte[] received(ServerRequest request, int most) {
    try (InputStream in = request.content().inputStream()) {
      return in.readNBytes(most + 1);
    } catch (HttpException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw Problem.badRequest("The body could not be read.").asException();
    }
  }

  private static ProblemException tooLarge(int most) {
    return Problem.tooLarge("A body may have " + most + " bytes.").asException();
  }

  /// A JSON object whose members are asked for by name and type; a wrong type is a [Problem].
  public static final class Body {
    private final JsonNode node;

    Body(JsonNode node) {
      this.node = node;
    }

    /// A member that must be there and must be text of `least` to `most` characters.
    public String text(String name, int least, int most) {
      JsonNode member = node.path(name);
      if (!member.isTextual()) {
        throw Problem.badRequest("\"" + name + "\" must be text.").asException();
      }
      String text = wellFormed(member.textValue());
      if (text.length() > most) {
        throw Problem.tooLarge("\"" + name + "\" may have " + most + " characters.").asException();
      }
      if (text.length() < least) {
        throw Problem.badRequest("\"" + name + "\" needs " + least + " or more characters.")
            .asException();
      }
      return text;
    }

    /// Like [#text], but empty when the member is missing or null.
    public String textOrEmpty(String name, int most) {
      return node.path(name).isMissingNode() || node.path(name).isNull() ? "" : text(name, 0, most);
    }

    /// A member that must be a whole number between the bounds.
    public int number(String name, int least, int most) {
      JsonNode member = node.path(name);
      if (!member.isInt() || member.intValue() < least || member.intValue() > most) {
        throw Problem.badRequest("\"" + name + "\" must be a number, " + least + " to " + most + ".")
            .asException();
      }
      return member.intValue();
    }

    /// A member that must be true or false.
    public boolean flag(String name) {
      JsonNode member = node.path(name);
      if (!member.isBoolean()) {
        throw Problem.badRequest("\"" + name + "\" must be true or false.").asException();
      }
      return member.booleanValue();
    }

    /// A member that must be a list of texts.
    public List<String> texts(String name, int most) {
      JsonNode member = node.path(name);
      if (!member.isArray() || member.size() > most) {
        throw Problem.badRequest("\"" + name + "\" must be a list of texts.").asException();
      }
      var texts = new ArrayList<String>();
      for (JsonNode element : member) {
        if (!element.isTextual()) {
          throw Problem.badRequest("\"" + name + "\" must be a list of texts.").asException();
        }
        texts.add(wellFormed(element.textValue()));
      }
      return texts;
    }

    /// Like [#texts], but none when the member is missing.
    public List<String> textsOrNone(String name, int most) {
      return node.path(name).isMissingNode() ? List.of() : texts(name, most);
    }

    /// Half of a surrogate pair cannot be stored as UTF-8, and U+0000 ends a text in SQLite and is
    /// refused by PostgreSQL; both become the replacement character U+FFFD. All else stays.
    private static String wellFormed(String text) {
      return new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE)
          .replace('\0', '\ufffd');
    }
  }
}
