package cz.okenko.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A server under measurement: a process of its own on loopback, ended when closed.
final class ServerProcess implements AutoCloseable {
  private static final Duration LONGEST_START = Duration.ofMinutes(3);
  private static final double TICKS_PER_SECOND = 100;

  private final Process process;
  private final int port;
  private final long started;

  private ServerProcess(Process process, int port, long started) {
    this.process = process;
    this.port = port;
    this.started = started;
  }

  /// How a server is called; `PORT` in the command and in the environment becomes a free port.
  record Plan(List<String> command, Map<String, String> environment, Path log) {}

  static ServerProcess start(Plan plan) throws IOException {
    int port = freePort();
    var builder =
        new ProcessBuilder(
            plan.command.stream().map(word -> word.replace("PORT", "" + port)).toList());
    plan.environment.forEach(
        (name, value) -> builder.environment().put(name, value.replace("PORT", "" + port)));
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(plan.log.toFile()));
    long now = System.nanoTime();
    return new ServerProcess(builder.start(), port, now);
  }

  int port() {
    return port;
  }

  /// A way to ask whether the server gives the right answer yet.
  interface Probe {
    boolean answered(Line line) throws IOException;
  }

  /// Asks until the answer is right; the milliseconds since the process was started.
  double firstAnswer(Probe probe) throws InterruptedException {
    while (true) {
      try (var line = new Line(port)) {
        if (probe.answered(line)) {
          return (System.nanoTime() - started) / 1e6;
        }
      } catch (IOException e) {
        // not listening yet
      }
      if (!process.isAlive() || System.nanoTime() - started > LONGEST_START.toNanos()) {
        throw new IllegalStateException("the server did not start; see its log");
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  /// Processor seconds so far, user and system.
  double processorSeconds() throws IOException {
    String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
  }

  /// Resident memory in MiB.
  double residentMemory() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
      }
    }
    throw new IOException("no VmRSS");
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    stop();
  }

  /// Ends the process; a second time does nothing.
  void stop() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
