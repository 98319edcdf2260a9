package cz.okenko.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The gateway as a process of its own, which can be killed and started again on the same folder and
/// port.
final class ChildGateway implements AutoCloseable {
  private static final Duration LONGEST_START = Duration.ofSeconds(60);

  private final Path folder;
  private final Path settings;
  private final int port;
  private volatile CountDownLatch up = new CountDownLatch(1);
  private volatile Process process;

  private ChildGateway(Path folder, Path settings, int port) throws IOException {
    this.folder = folder;
    this.settings = settings;
    this.port = port;
    this.process = launch();
  }

  static ChildGateway launch(Path folder, Path settings, int port) throws IOException {
    return new ChildGateway(folder, settings, port);
  }

  URI base() {
    return URI.create("http://localhost:" + port);
  }

  Path database() {
    return folder.resolve("data/okenko.db");
  }

  /// Waits until it listens; at once when it does.
  void awaitUp() throws InterruptedException {
    if (!up.await(LONGEST_START.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("the gateway did not start: " + said());
    }
  }

  /// The end that asks nobody and leaves no time for anything.
  void kill() throws InterruptedException {
    up = new CountDownLatch(1);
    process.destroyForcibly().waitFor();
  }

  void startAgain() throws IOException {
    process = launch();
  }

  /// The orderly end; gives the exit code.
  int stop() throws InterruptedException {
    process.destroy();
    return process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private Path log() {
    return folder.resolve("gateway.log");
  }

  private String said() {
    try {
      return Files.readString(log());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process launch() throws IOException {
    Path data = Files.createDirectories(folder.resolve("data"));
    var builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "cz.okenko.gateway.Main"));
    builder
        .environment()
        .putAll(
            Map.of(
                "OKENKO_CONFIG", settings.toString(),
                "OKENKO_DATA_DIR", data.toString(),
                "OKENKO_PORT", Integer.toString(port),
                "OKENKO_ADMIN_PASSWORD", RunningGateway.ADMIN_PASSWORD));
    Process started = builder.redirectErrorStream(true).start();
    CountDownLatch ready = up;
    Thread.ofVirtual().start(() -> follow(started, ready));
    return started;
  }

  /// Keeps what the process says and hears when it is ready.
  private void follow(Process started, CountDownLatch ready) {
    try (BufferedReader said = started.inputReader(StandardCharsets.UTF_8);
        var log = Files.newBufferedWriter(log())) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        log.write(line + "\n");
        log.flush();
        if (line.startsWith("Console:")) {
          ready.countDown();
        }
      }
    } catch (IOException e) {
      // it was killed
    }
  }
}
