package cz.okenko.connectors.http;

import cz.okenko.connectors.Enclosure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// A form with fields and one file as platforms take them (`multipart/form-data`, RFC 7578). The file is read
/// as the form goes out, so that none is held in memory.
public final class Form {
  private static final int BOUNDARY = 16;

  private final String boundary;
  private final StringBuilder fields = new StringBuilder();

  public Form() {
    byte[] random = new byte[BOUNDARY];
    ThreadLocalRandom.current().nextBytes(random);
    this.boundary = "okenko-" + HexFormat.of().formatHex(random);
  }

  /// Adds a field; `value` may be anything that stands in no line of its own with the boundary.
  public Form field(String name, String value) {
    fields
        .append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n")
        .append(value)
        .append("\r\n");
    return this;
  }

  /// The form with a file at its end.
  public Filled with(String name, Enclosure file) {
    String head =
        fields
            + "--"
            + boundary
            + "\r\nContent-Disposition: form-data; name=\""
            + name
            + "\"; filename=\""
            + file.name().replace("\"", "%22").replaceAll("[\\r\\n]", "_")
            + "\"\r\nContent-Type: "
            + file.type()
            + "\r\n\r\n";
    return new Filled(
        "multipart/form-data; boundary=" + boundary,
        head.getBytes(StandardCharsets.UTF_8),
        file,
        ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  /// A form that can be sent, more than once if need be.
  public static final class Filled {
    private final String contentType;
    private final byte[] head;
    private final Enclosure file;
    private final byte[] foot;

    private Filled(String contentType, byte[] head, Enclosure file, byte[] foot) {
      this.contentType = contentType;
      this.head = head;
      this.file = file;
      this.foot = foot;
    }

    public String contentType() {
      return contentType;
    }

    /// In bytes.
    public long length() {
      return head.length + file.size() + foot.length;
    }

    /// All of it, to be closed by the caller.
    public InputStream open() throws IOException {
      List<InputStream> parts = new ArrayList<>();
      parts.add(new ByteArrayInputStream(head));
      parts.add(file.content().open());
      parts.add(new ByteArrayInputStream(foot));
      return new SequenceInputStream(Collections.enumeration(parts));
    }
  }
}
