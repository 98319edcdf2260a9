package cz.okenko.connectors.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import cz.okenko.connectors.http.Mappers;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// What Telegram sends, as a tree: members nobody knows yet stay in it and break nothing (TG-11).
final class Trees {
  /// Longest kept form of something unknown, in bytes.
  private static final int MAX_KEPT = 64 * 1024;

  private static final JsonMapper MAPPER = Mappers.lenient();

  private Trees() {}

  /// One JSON value and nothing behind it; a missing node when the text is none.
  static JsonNode read(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  /// The same from bytes that must be UTF-8.
  static JsonNode read(byte[] bytes) {
    try {
      return read(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return MissingNode.getInstance();
    }
  }

  /// The text of a member that can be stored: half a surrogate pair and U+0000 become U+FFFD.
  static String text(JsonNode node, String member) {
    return clean(node.path(member).asText(""));
  }

  /// The tree as text, at most 64 KiB of it.
  static String kept(JsonNode node) {
    byte[] bytes = clean(node.toString()).getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= MAX_KEPT) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
    int end = MAX_KEPT;
    while ((bytes[end] & 0xC0) == 0x80) {
      end--;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }

  private static String clean(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE)
        .replace('\0', '\ufffd');
  }
}
