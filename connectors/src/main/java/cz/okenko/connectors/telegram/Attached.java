package cz.okenko.connectors.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import cz.okenko.connectors.Attachment;
import java.util.ArrayList;
import java.util.List;

/// The files of a message. Name and type are kept as they come with it, because Telegram may lose
/// them later (TG-09).
final class Attached {
  /// Largest file in bytes that Telegram hands over. Source: "getFile", Bot API 10.1, 2026-06-11.
  static final long LARGEST = 20L * 1024 * 1024;

  private static final int LONGEST_NAME = 200;

  /// Kinds of files beside photos.
  private static final List<Kind> KINDS =
      List.of(
          new Kind("animation", "animace.mp4", "video/mp4"),
          new Kind("audio", "zvuk.mp3", "audio/mpeg"),
          new Kind("document", "dokument", ""),
          new Kind("video", "video.mp4", "video/mp4"),
          new Kind("video_note", "video.mp4", "video/mp4"),
          new Kind("voice", "hlas.ogg", "audio/ogg"));

  private Attached() {}

  static List<Attachment> in(JsonNode message) {
    var files = new ArrayList<Attachment>();
    JsonNode photo = largest(message.path("photo"));
    if (photo.has("file_id")) {
      files.add(file(photo, "foto.jpg", "image/jpeg"));
    }
    KINDS.stream()
        .filter(kind -> message.path(kind.member).has("file_id"))
        .filter(kind -> !(kind.member.equals("document") && message.has("animation")))
        .forEach(kind -> files.add(file(message.path(kind.member), kind.name, kind.type)));
    return files;
  }

  static boolean tooBig(Attachment file) {
    return file.size() > LARGEST;
  }

  private static Attachment file(JsonNode file, String name, String type) {
    String given = Trees.text(file, "file_name");
    String called = given.isEmpty() ? name : given;
    String declared = Trees.text(file, "mime_type");
    return new Attachment(
        called.substring(0, called.offsetByCodePoints(0, shown(called))),
        declared.isEmpty() ? type : declared,
        Math.max(0, file.path("file_size").asLong(0)),
        Trees.text(file, "file_id"));
  }

  private static int shown(String name) {
    return Math.min(LONGEST_NAME, name.codePointCount(0, name.length()));
  }

  /// A photo comes in several sizes; the one with the most pixels is the photo.
  private static JsonNode largest(JsonNode sizes) {
    JsonNode largest = sizes.path(0);
    for (JsonNode size : sizes) {
      largest = pixels(size) >= pixels(largest) ? size : largest;
    }
    return largest;
  }

  private static long pixels(JsonNode size) {
    return size.path("width").asLong(0) * size.path("height").asLong(0);
  }

  /// @param member of the message
  /// @param name what the file is called when the message does not say so
  /// @param type likewise
  private record Kind(String member, String name, String type) {}
}
