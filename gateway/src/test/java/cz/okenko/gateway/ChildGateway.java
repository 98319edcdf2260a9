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

/// The gateway as a process of its own, which can be killed and started again on the same folder and
/// port.
final class ChildGateway implements AutoCloseable {
  private static final Duration LONGEST_START = Duration.ofMinutes(3);

  private final Path folder;
  private final Path settings;
  private final int port;
  private final String content;
  private Process process;
  private boolean up;
  private boolean ended;

  /// Starts the process; [#awaitUp] tells when it listens.
  ///
  /// @param content where its articles come from, as in `OKENKO_CONTENT`
  ChildGateway(Path folder, Path settings, int port, String content) throws IOException {
    this.folder = folder;
    this.settings = settings;
    this.port = port;
    this.content = content;
    this.process = launch();
  }

  URI base() {
    return URI.create("http://localhost:" + port);
  }

  Path database() {
    return folder.resolve("data/okenko.db");
  }

  /// Waits until it listens; false when it was ended for good.
  synchronized boolean awaitUp() throws InterruptedException {
    long end = System.nanoTime() + LONGEST_START.toNanos();
    while (!up && !ended) {
      if (System.nanoTime() > end) {
        throw new AssertionError("the gateway did not start: " + said());
      }
      wait(1_000);
    }
    return !ended;
  }

  /// The end that asks nobody and leaves no time for anything.
  synchronized void kill() throws InterruptedException {
    up = false;
    process.destroyForcibly().waitFor();
  }

  /// The orderly end; gives the exit code.
  synchronized int terminate() throws InterruptedException {
    up = false;
    process.destroy();
    return process.waitFor();
  }

  synchronized void startAgain() throws IOException {
    process = launch();
  }

  /// The orderly end, for good; gives the exit code.
  int stop() throws InterruptedException {
    Process last = end();
    last.destroy();
    return last.waitFor();
  }

  @Override
  public void close() {
    end().destroyForcibly();
  }

  private synchronized Process end() {
    ended = true;
    notifyAll();
    return process;
  }

  private synchronized void ready(Process started) {
    up = started.equals(process) && !ended;
    notifyAll();
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
                "OKENKO_CONTENT", content,
                "OKENKO_ADMIN_PASSWORD", RunningGateway.ADMIN_PASSWORD));
    Process started = builder.redirectErrorStream(true).start();
    Thread.ofVirtual().start(() -> follow(started));
    return started;
  }

  /// Keeps what the process says and hears when it is ready.
  private void follow(Process started) {
    try (BufferedReader said = started.inputReader(StandardCharsets.UTF_8);
        var log = Files.newBufferedWriter(log())) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        log.write(line + "\n");
        log.flush();
        if (line.startsWith("Console:")) {
          ready(started);
        }
      }
    } catch (IOException e) {
      // it was killed
    }
  }
}
