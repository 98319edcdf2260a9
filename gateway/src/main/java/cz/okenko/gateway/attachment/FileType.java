package cz.okenko.gateway.attachment;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a file is by its first bytes; the sender's word is not asked. Archives are named, not
/// opened.
///
/// Source of the signatures: the formats' own specifications, as gathered in the IANA media types
/// and in Wikipedia's list of file signatures, 2026-11-28.
///
/// @param extension without a dot; `bin` for what runs as a program
record FileType(String media, String extension, FileKind kind) {
  /// How many bytes are looked at.
  static final int HEAD = 1_024;

  static final FileType UNKNOWN =
      new FileType("application/octet-stream", "bin", FileKind.OTHER);

  private static final String OPEN_XML = "application/vnd.openxmlformats-officedocument.";
  private static final String ODF = "application/vnd.oasis.opendocument.";
  private static final FileType DOCX =
      new FileType(OPEN_XML + "wordprocessingml.document", "docx", FileKind.DOCUMENT);
  private static final FileType XLSX =
      new FileType(OPEN_XML + "spreadsheetml.sheet", "xlsx", FileKind.DOCUMENT);

  /// An office document of which kind only its later parts would tell.
  private static final FileType OFFICE =
      new FileType("application/x-ooxml", "zip", FileKind.DOCUMENT);

  private static final FileType ZIP = new FileType("application/zip", "zip", FileKind.OTHER);
  private static final FileType EML = new FileType("message/rfc822", "eml", FileKind.MAIL);
  private static final FileType TXT = new FileType("text/plain", "txt", FileKind.DOCUMENT);

  private static final Map<String, Set<String>> ENDINGS =
      Map.of(
          "image/jpeg", Set.of("jpeg"),
          "image/tiff", Set.of("tiff"),
          OFFICE.media, Set.of("docx", "xlsx", "pptx"),
          "application/x-ole-storage", Set.of("xls", "ppt", "msg"),
          TXT.media, Set.of("csv", "ics"));

  private static final Pattern MAIL =
      Pattern.compile("(?is)(return-path|received|delivered-to|from|date|message-id|subject|to):.*");

  private record Signature(int offset, String bytes, FileType type) {
    boolean matches(String head) {
      return head.startsWith(bytes, offset);
    }
  }

  /// Read as ISO-8859-1, a character for each byte. The first that matches counts.
  private static final List<Signature> SIGNATURES =
      List.of(
          at(0, "%PDF-", "application/pdf", "pdf", FileKind.DOCUMENT),
          at(0, "\u00ff\u00d8\u00ff", "image/jpeg", "jpg", FileKind.PICTURE),
          at(0, "\u0089PNG\r\n\u001a\n", "image/png", "png", FileKind.PICTURE),
          at(0, "GIF8", "image/gif", "gif", FileKind.PICTURE),
          at(8, "WEBP", "image/webp", "webp", FileKind.PICTURE),
          at(0, "BM", "image/bmp", "bmp", FileKind.PICTURE),
          at(0, "II*\0", "image/tiff", "tif", FileKind.PICTURE),
          at(0, "MM\0*", "image/tiff", "tif", FileKind.PICTURE),
          at(4, "ftypheic", "image/heic", "heic", FileKind.PICTURE),
          at(4, "ftypmif1", "image/heif", "heif", FileKind.PICTURE),
          at(4, "ftypavif", "image/avif", "avif", FileKind.PICTURE),
          at(4, "ftypM4A", "audio/mp4", "m4a", FileKind.SOUND),
          at(4, "ftypqt", "video/quicktime", "mov", FileKind.VIDEO),
          at(4, "ftyp3gp", "video/3gpp", "3gp", FileKind.VIDEO),
          at(4, "ftyp", "video/mp4", "mp4", FileKind.VIDEO),
          at(0, "\u001aE\u00df\u00a3", "video/webm", "webm", FileKind.VIDEO),
          at(8, "AVI ", "video/x-msvideo", "avi", FileKind.VIDEO),
          at(0, "OggS", "audio/ogg", "ogg", FileKind.SOUND),
          at(0, "ID3", "audio/mpeg", "mp3", FileKind.SOUND),
          at(0, "\u00ff\u00fb", "audio/mpeg", "mp3", FileKind.SOUND),
          at(8, "WAVE", "audio/wav", "wav", FileKind.SOUND),
          at(0, "#!AMR", "audio/amr", "amr", FileKind.SOUND),
          at(0, "fLaC", "audio/flac", "flac", FileKind.SOUND),
          at(0, "\u00d0\u00cf\u0011\u00e0", "application/x-ole-storage", "doc", FileKind.DOCUMENT),
          at(0, "{\\rtf", "application/rtf", "rtf", FileKind.DOCUMENT),
          at(30, "mimetype" + ODF + "text", ODF + "text", "odt", FileKind.DOCUMENT),
          at(30, "mimetype" + ODF + "spreadsheet", ODF + "spreadsheet", "ods", FileKind.DOCUMENT),
          at(0, "7z\u00bc\u00af", "application/x-7z-compressed", "7z", FileKind.OTHER),
          at(0, "Rar!", "application/vnd.rar", "rar", FileKind.OTHER),
          at(0, "\u001f\u008b", "application/gzip", "gz", FileKind.OTHER),
          at(257, "ustar", "application/x-tar", "tar", FileKind.OTHER),
          at(0, "MZ", "application/vnd.microsoft.portable-executable", "bin", FileKind.OTHER),
          at(0, "\u007fELF", "application/x-executable", "bin", FileKind.OTHER),
          at(0, "#!/", "text/x-script", "bin", FileKind.OTHER));

  /// Whether it may run as a program, or nobody knows what it is.
  boolean runs() {
    return extension.equals(UNKNOWN.extension);
  }

  /// The type of a file that begins so; at most [#HEAD] bytes are asked.
  static FileType of(byte[] head) {
    byte[] beginning = Arrays.copyOf(head, Math.min(head.length, HEAD));
    String bytes = new String(beginning, StandardCharsets.ISO_8859_1);
    return SIGNATURES.stream()
        .filter(signature -> signature.matches(bytes))
        .findFirst()
        .map(Signature::type)
        .orElseGet(() -> bytes.startsWith("PK\u0003\u0004") ? zipped(bytes) : written(beginning));
  }

  /// The usual ending of a media type of ours.
  static String extension(String media) {
    return Stream.of(
            SIGNATURES.stream().map(Signature::type),
            Stream.of(DOCX, XLSX, OFFICE, ZIP, EML, TXT))
        .flatMap(types -> types)
        .filter(type -> type.media.equals(media))
        .findFirst()
        .orElse(UNKNOWN)
        .extension;
  }

  /// Other endings that files of a type have as well, without a dot.
  static Set<String> endings(String media) {
    return ENDINGS.getOrDefault(media, Set.of());
  }

  /// Office documents are archives; the first names in them tell.
  private static FileType zipped(String bytes) {
    if (bytes.contains("word/")) {
      return DOCX;
    }
    if (bytes.contains("xl/")) {
      return XLSX;
    }
    return bytes.contains("[Content_Types].xml") ? OFFICE : ZIP;
  }

  /// Text is kept as text whatever it says it is: a page or a drawing with scripts opens in no
  /// browser.
  private static FileType written(byte[] head) {
    String text = text(head);
    if (text.isEmpty()) {
      return UNKNOWN;
    }
    return MAIL.matcher(text).matches() ? EML : TXT;
  }

  /// Empty when it is no text; the last character may be cut.
  private static String text(byte[] head) {
    for (int cut = 0; cut < 4 && cut < head.length; cut++) {
      try {
        String text =
            StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(head, 0, head.length - cut))
                .toString();
        return text.chars().noneMatch(FileType::control) ? text : "";
      } catch (CharacterCodingException notText) {
        // a character that was cut, or no text at all
      }
    }
    String legacy = new String(head, StandardCharsets.ISO_8859_1);
    return legacy.chars().noneMatch(FileType::control) ? legacy : "";
  }

  private static boolean control(int c) {
    return c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f';
  }

  private static Signature at(
      int offset, String bytes, String media, String extension, FileKind kind) {
    return new Signature(offset, bytes, new FileType(media, extension, kind));
  }
}
