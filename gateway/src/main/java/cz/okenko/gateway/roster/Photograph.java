package cz.okenko.gateway.roster;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// A person's picture. What is kept and served was drawn anew by us: a square JPEG of known size without
/// anything that stood beside the picture in the file that was sent.
sealed interface Photograph {
  int SIDE = 320;

  /// Its name tells its bytes; empty for none.
  String name();

  record None() implements Photograph {
    @Override
    public String name() {
      return "";
    }
  }

  /// A picture as it is kept.
  final class Jpeg implements Photograph {
    private final String name;
    private final byte[] bytes;

    private Jpeg(byte[] bytes) {
      this.name = hash(bytes);
      this.bytes = bytes.clone();
    }

    @Override
    public String name() {
      return name;
    }

    byte[] bytes() {
      return bytes.clone();
    }
  }

  /// The file is no picture we take; `reason` says why.
  record Refused(String reason) implements Photograph {
    @Override
    public String name() {
      return "";
    }
  }

  /// Reads JPEG or PNG, told by the bytes themselves, of 160 to 4,000 points a side. The size is looked
  /// at before anything is unpacked.
  static Photograph of(byte[] file) {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return new Refused("is no picture");
      }
      ImageReader reader = readers.next();
      try {
        return read(reader, in);
      } finally {
        reader.dispose();
      }
    } catch (IOException | IllegalArgumentException | ArrayIndexOutOfBoundsException broken) {
      return new Refused("is a broken picture");
    }
  }

  private static Photograph read(ImageReader reader, ImageInputStream in) throws IOException {
    if (!Set.of("jpeg", "png").contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
      return new Refused("is neither JPEG nor PNG");
    }
    reader.setInput(in, true, true);
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if (Math.min(width, height) < SIDE / 2 || Math.max(width, height) > 4_000) {
      return new Refused("must be 160 to 4,000 points wide and high");
    }
    return drawn(reader.read(0));
  }

  /// The largest square of the middle, on white.
  private static Photograph drawn(BufferedImage picture) throws IOException {
    int side = Math.min(picture.getWidth(), picture.getHeight());
    int left = (picture.getWidth() - side) / 2;
    int top = (picture.getHeight() - side) / 2;
    var square = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = square.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.drawImage(
        picture, 0, 0, SIDE, SIDE, left, top, left + side, top + side, Color.WHITE, null);
    pen.dispose();
    var out = new ByteArrayOutputStream();
    if (!ImageIO.write(square, "jpeg", out)) {
      return new Refused("cannot be drawn");
    }
    return new Jpeg(out.toByteArray());
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
