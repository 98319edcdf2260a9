package cz.okenko.gateway.journey;

import com.fasterxml.jackson.databind.JsonNode;
import cz.okenko.gateway.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Hostile inputs of the world that lie beside the repository on some machines. Where they are
/// missing, that is said loudly and nothing is given.
final class Corpora {
  private Corpora() {}

  /// The files of JSONTestSuite.
  static List<Path> json() {
    Path folder = folder().resolve("json/JSONTestSuite/test_parsing");
    if (missing(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Texts that broke something somewhere, and attempts at cross-site scripting.
  static List<String> texts() {
    var texts = new ArrayList<String>();
    Path blns = folder().resolve("strings/blns/blns.json");
    if (!missing(blns)) {
      Wire.json(read(blns)).forEach(text -> texts.add(text.asText()));
    }
    Path payloads = folder().resolve("xss/payloadbox/Intruder/xss-payload-list.txt");
    if (!missing(payloads)) {
      texts.addAll(read(payloads).lines().toList());
    }
    Path purify = folder().resolve("xss/dompurify/expect.json");
    if (!missing(purify)) {
      for (JsonNode pair : Wire.json(read(purify))) {
        texts.add(pair.path("payload").asText());
      }
    }
    return texts;
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean missing(Path path) {
    boolean missing = !Files.exists(path);
    if (missing) {
      System.err.println("NOT TESTED: " + path + " is missing; set OKENKO_CORPORA");
    }
    return missing;
  }

  private static Path folder() {
    String told = System.getenv().getOrDefault("OKENKO_CORPORA", "");
    return told.isEmpty()
        ? Path.of(System.getProperty("okenko.repository", ".."), "../shared/corpora")
        : Path.of(told);
  }
}
