package cz.okenko.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The gateway as a process of its own on one folder and port, killed and started again.
final class Product implements AutoCloseable {
  private static final Duration LONGEST_START = Duration.ofMinutes(3);

  private final Site site;
  private final List<String> options;
  private final int port;
  private volatile Process process;

  private Product(Site site, List<String> options, int port, Process process) {
    this.site = site;
    this.options = List.copyOf(options);
    this.port = port;
    this.process = process;
    Runtime.getRuntime().addShutdownHook(new Thread(() -> this.process.destroyForcibly()));
  }

  /// Starts it without waiting.
  ///
  /// @param options of Java for this product alone
  static Product start(Site site, Path settings, List<String> options) throws IOException {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    return new Product(site, options, port, launch(site, settings, options, port));
  }

  int port() {
    return port;
  }

  Path database() {
    return site.folder().resolve("data/okenko.db");
  }

  /// Waits until it answers.
  void awaitUp() throws InterruptedException {
    long end = System.nanoTime() + LONGEST_START.toNanos();
    while (Web.get(port, "/health/live") != 200) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException("the product did not start; see product.log");
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /// SIGKILL: the end that asks nobody.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  void startAgain(Path settings) throws IOException {
    process = launch(site, settings, options, port);
  }

  /// Processor seconds so far, user and system.
  double processorSeconds() {
    return process.info().totalCpuDuration().map(d -> d.toMillis() / 1e3).orElse(0.0);
  }

  private static Process launch(Site site, Path settings, List<String> options, int port)
      throws IOException {
    var command = new ArrayList<>(site.command());
    command.addAll(command.indexOf("-cp"), options);
    command.add("serve");
    var builder = new ProcessBuilder(command);
    builder.environment().putAll(Site.secrets());
    builder.environment().put("OKENKO_CONFIG", settings.toString());
    builder.environment().put("OKENKO_PORT", Integer.toString(port));
    Path data = Files.createDirectories(site.folder().resolve("data"));
    builder.environment().put("OKENKO_DATA_DIR", data.toString());
    builder.redirectErrorStream(true);
    builder.redirectOutput(
        ProcessBuilder.Redirect.appendTo(site.folder().resolve("product.log").toFile()));
    return builder.start();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
