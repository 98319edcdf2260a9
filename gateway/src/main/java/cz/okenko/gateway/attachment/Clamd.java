package cz.okenko.gateway.attachment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// ClamAV's daemon, asked over its socket with `INSTREAM`: pieces with their length before them,
/// and an empty one at the end.
///
/// Source: `clamd(8)`, section COMMANDS, ClamAV 1.4, 2026-11-28.
final class Clamd implements Scanner {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int PIECE = 32 * 1024;
  private static final int LONGEST_ANSWER = 4 * 1024;
  private static final String FOUND = " FOUND";

  private final Supplier<SocketAddress> address;

  /// @param address looked up for each file, because a container's may change
  Clamd(Supplier<SocketAddress> address) {
    this.address = address;
  }

  @Override
  public Verdict scan(Path file) throws IOException {
    SocketAddress at = address.get();
    try (SocketChannel channel = opened(at)) {
      var patience = CompletableFuture.runAsync(() -> end(channel), later());
      try {
        channel.connect(at);
        return verdict(ask(channel, file));
      } finally {
        patience.cancel(false);
      }
    }
  }

  /// A channel must be told from the beginning when it leads to a socket of this machine.
  private static SocketChannel opened(SocketAddress at) throws IOException {
    return at instanceof UnixDomainSocketAddress
        ? SocketChannel.open(StandardProtocolFamily.UNIX)
        : SocketChannel.open();
  }

  private static Executor later() {
    return CompletableFuture.delayedExecutor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  /// Whatever waits on the channel fails then with an IOException.
  private static void end(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String ask(SocketChannel channel, Path file) throws IOException {
    OutputStream out = Channels.newOutputStream(channel);
    out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
    try (InputStream in = Files.newInputStream(file)) {
      byte[] piece = new byte[PIECE];
      for (int read = in.read(piece); read > 0; read = in.read(piece)) {
        out.write(length(read));
        out.write(piece, 0, read);
      }
      out.write(length(0));
    }
    return answer(Channels.newInputStream(channel));
  }

  private static byte[] length(int bytes) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(bytes).array();
  }

  private static String answer(InputStream in) throws IOException {
    var answer = new ByteArrayOutputStream();
    for (int b = in.read(); b > 0 && answer.size() < LONGEST_ANSWER; b = in.read()) {
      answer.write(b);
    }
    return answer.toString(StandardCharsets.UTF_8).strip();
  }

  private static Verdict verdict(String answer) throws IOException {
    String said = answer.substring(answer.indexOf(':') + 1).strip();
    if (said.equals("OK")) {
      return new Verdict.Clean();
    }
    if (said.endsWith(FOUND)) {
      return new Verdict.Infected(said.substring(0, said.length() - FOUND.length()));
    }
    if (said.contains("size limit exceeded")) {
      return new Verdict.Unscanned();
    }
    throw new IOException("the scanner did not say what it found: " + said);
  }
}
