package cz.okenko.gateway.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.gateway.RunningGateway;
import cz.okenko.gateway.attachment.Scanner.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// The daemon of the system's package, with one signature of our own, so that nothing is
/// downloaded.
@Timeout(120)
final class RealClamdTest {
  /// MD5 and length of the test file of EICAR. Source: eicar.org, 2026-11-28.
  private static final String SIGNATURE = "44d88612fea8a8f36de82e1278abb02f:68:Okenko.Eicar\n";

  @TempDir Path folder;

  @Test
  void the_real_daemon_finds_the_test_file_and_lets_a_clean_one_pass() throws Exception {
    int port = RunningGateway.freePort();
    Path socket = Path.of(Files.createTempDirectory("clamd").toString(), "s");
    Process clamd = start(port, socket);
    try {
      Path eicar = Files.writeString(folder.resolve("e"), FakeClamd.EICAR);
      Path clean = Files.writeString(folder.resolve("c"), "Dobrý den".repeat(50_000));
      Path empty = Files.createFile(folder.resolve("n"));
      var overNetwork =
          new Clamd(() -> new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      var overSocket = new Clamd(() -> UnixDomainSocketAddress.of(socket));
      awaitReady(overNetwork, clean, clamd);

      for (Scanner scanner : new Scanner[] {overNetwork, overSocket}) {
        assertThat(scanner.scan(eicar))
            .isInstanceOfSatisfying(
                Verdict.Infected.class, found -> assertThat(found.name()).contains("Eicar"));
        assertThat(scanner.scan(clean)).isEqualTo(new Verdict.Clean());
        assertThat(scanner.scan(empty)).isEqualTo(new Verdict.Clean());
      }
    } finally {
      clamd.destroy();
      clamd.waitFor(20, TimeUnit.SECONDS);
      clamd.destroyForcibly();
    }
  }

  private Process start(int port, Path socket) throws IOException {
    Path database = Files.createDirectories(folder.resolve("db"));
    Files.writeString(database.resolve("okenko.hdb"), SIGNATURE, StandardCharsets.US_ASCII);
    Path settings =
        Files.writeString(
            folder.resolve("clamd.conf"),
            """
            Foreground yes
            DatabaseDirectory %s
            TCPSocket %d
            TCPAddr 127.0.0.1
            LocalSocket %s
            """
                .formatted(database, port, socket));
    try {
      return new ProcessBuilder("clamd", "--config-file=" + settings)
          .redirectErrorStream(true)
          .redirectOutput(folder.resolve("clamd.log").toFile())
          .start();
    } catch (IOException e) {
      LoggerFactory.getLogger(RealClamdTest.class)
          .warn("NOT TESTED: clamd is missing, so only a fake one was asked (package clamav-daemon)");
      return Assumptions.abort("clamd is missing");
    }
  }

  private void awaitReady(Scanner scanner, Path clean, Process clamd) throws IOException {
    while (clamd.isAlive()) {
      try {
        scanner.scan(clean);
        return;
      } catch (IOException notYet) {
        LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      }
    }
    throw new AssertionError(Files.readString(folder.resolve("clamd.log")));
  }
}
