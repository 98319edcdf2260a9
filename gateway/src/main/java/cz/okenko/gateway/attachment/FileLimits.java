package cz.okenko.gateway.attachment;

import java.util.Map;

/// How large a file may be, by channel and kind, in both directions: the one table of it. Measured on what is read, not
/// on what anybody claims.
///
/// Sources: Telegram Bot API, `getFile`: 20 MB, `sendDocument`: 50 MB; Messenger Platform, attachments: 25 MB; usual limit
/// of mail servers: 25 MB for a part, and 35 MB for the whole mail, which is a third larger than
/// what it carries. All read 2026-11-28.
final class FileLimits {
  private static final long MEGABYTE = 1024 * 1024;
  private static final Row USUAL = new Row(10, 10, 10, 10, 10);
  private static final Map<String, Row> CHANNELS =
      Map.of(
          "telegram", new Row(20, 20, 20, 20, 20),
          "messenger", new Row(25, 25, 25, 25, 25),
          "email", new Row(25, 25, 25, 25, 35));

  private FileLimits() {}

  /// In megabytes.
  private record Row(int picture, int sound, int video, int document, int mail) {
    private int of(FileKind kind) {
      return switch (kind) {
        case PICTURE -> picture;
        case SOUND -> sound;
        case VIDEO -> video;
        case DOCUMENT, OTHER -> document;
        case MAIL -> mail;
      };
    }
  }

  /// The most bytes a file of that kind may have on the channel.
  static long most(String channel, FileKind kind) {
    return CHANNELS.getOrDefault(channel, USUAL).of(kind) * MEGABYTE;
  }

  /// The most bytes any file may have on the channel.
  static long most(String channel) {
    long most = 0;
    for (FileKind kind : FileKind.values()) {
      most = Math.max(most, most(channel, kind));
    }
    return most;
  }
}
