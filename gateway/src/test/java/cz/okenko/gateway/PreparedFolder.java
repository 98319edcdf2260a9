package cz.okenko.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Stream;

/// Data folders in which a gateway of the demo office was started once before any test's time, with
/// nothing in them but what such a start writes. A first start takes several times what a later one
/// does: it checks and indexes all articles and makes a slow hash of the first password.
final class PreparedFolder {
  private static final InstantSource BEFORE =
      InstantSource.fixed(Instant.parse("2026-11-01T08:00:00Z"));

  private PreparedFolder() {}

  /// Made when the first test asks for it, once for each process.
  private static final class WithArticles {
    private static final Path FOLDER = made("shipped");
  }

  private static final class WithoutArticles {
    private static final Path FOLDER = made("none");
  }

  /// Makes `data` a copy, unless there is something already.
  static void copyTo(Path data, String content) throws IOException {
    if (Files.exists(data)) {
      return;
    }
    Path source =
        content.equals("none") ? WithoutArticles.FOLDER : WithArticles.FOLDER;
    try (Stream<Path> all = Files.walk(source)) {
      for (Path from : all.toList()) {
        Files.copy(from, data.resolve(source.relativize(from).toString()));
      }
    }
  }

  private static Path made(String content) {
    try {
      Path folder = Files.createTempDirectory("okenko-prepared");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      Path data = Files.createDirectories(folder.resolve("data"));
      var environment = Map.of("OKENKO_CONTENT", content);
      Gateway.start(RunningGateway.settings(folder, data, environment, BEFORE), BEFORE).close();
      return data;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted((one, other) -> other.compareTo(one)).map(Path::toFile).forEach(f -> f.delete());
    } catch (IOException e) {
      // it is the system's folder for what may be lost
    }
  }
}
