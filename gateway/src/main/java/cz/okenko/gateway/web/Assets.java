package cz.okenko.gateway.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/// The front end's files, read once from the jar: address → bytes. No address is ever looked up on
/// a disk, so none can lead out of the folder.
public final class Assets {
  private static final String INDEX = "/web/index.txt";

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml",
          "png", "image/png",
          "ico", "image/x-icon",
          "woff2", "font/woff2",
          "txt", "text/plain; charset=utf-8");

  private final Map<String, Asset> assets;

  private Assets(Map<String, Asset> assets) {
    this.assets = Map.copyOf(assets);
  }

  /// One file. `gzip` is empty when it gains nothing; `fixed` says that the address changes with the
  /// bytes, so it may be cached for good.
  static final class Asset {
    final byte[] bytes;
    final byte[] gzip;
    final String type;
    final String tag;
    final boolean fixed;

    Asset(String path, byte[] bytes) {
      byte[] zipped = zip(bytes);
      this.bytes = bytes;
      this.gzip = zipped.length < bytes.length ? zipped : new byte[0];
      this.type =
          TYPES.getOrDefault(
              path.substring(path.lastIndexOf('.') + 1), "application/octet-stream");
      this.tag = '"' + hash(bytes) + '"';
      this.fixed = path.startsWith("assets/");
    }
  }

  /// Reads what the build listed, and the office's logo at `/brand/logo.svg`.
  public static Assets load(byte[] logo) {
    var assets = new HashMap<String, Asset>();
    for (String path : text(INDEX).lines().toList()) {
      assets.put(address(path), new Asset(path, resource("/web/" + path)));
    }
    assets.put("/brand/logo.svg", new Asset("logo.svg", logo));
    return new Assets(assets);
  }

  Optional<Asset> at(String address) {
    return Optional.ofNullable(assets.get(address));
  }

  private static String address(String path) {
    return switch (path) {
      case "page/index.html" -> "/";
      case "console/index.html" -> "/console/";
      default -> "/" + path;
    };
  }

  private static byte[] zip(byte[] bytes) {
    var out = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String text(String name) {
    return new String(resource(name), StandardCharsets.UTF_8);
  }

  private static byte[] resource(String name) {
    try (InputStream in = Assets.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not in the jar; build the front end first");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
