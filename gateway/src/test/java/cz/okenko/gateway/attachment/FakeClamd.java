package cz.okenko.gateway.attachment;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Speaks the part of clamd's protocol that matters here, and finds what holds the test string of
/// EICAR.
final class FakeClamd implements AutoCloseable {
  /// Source: eicar.org, the anti-malware test file; put together here so that no scanner stops the
  /// sources themselves.
  static final String EICAR =
      "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!" + "$H+H*";

  private final ServerSocket server = new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
  private final List<String> scanned = new ArrayList<>();
  private volatile boolean confused;

  FakeClamd() throws IOException {
    Thread.ofVirtual().start(this::run);
  }

  int port() {
    return server.getLocalPort();
  }

  /// From now on it answers with an error, or as it should.
  void confuse(boolean now) {
    confused = now;
  }

  synchronized List<String> scanned() {
    return List.copyOf(scanned);
  }

  private void run() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        answer(socket);
      } catch (IOException e) {
        // the next one, or the end
      }
    }
  }

  private void answer(Socket socket) throws IOException {
    var in = new DataInputStream(socket.getInputStream());
    byte[] command = in.readNBytes(10);
    if (!new String(command, StandardCharsets.US_ASCII).equals("zINSTREAM\0")) {
      socket.getOutputStream().write("UNKNOWN COMMAND\0".getBytes(StandardCharsets.US_ASCII));
      return;
    }
    var file = new ByteArrayOutputStream();
    for (int length = in.readInt(); length > 0; length = in.readInt()) {
      file.write(in.readNBytes(length));
    }
    String text = file.toString(StandardCharsets.ISO_8859_1);
    synchronized (this) {
      scanned.add(text);
    }
    String verdict = text.contains(EICAR) ? "stream: Eicar-Test-Signature FOUND" : "stream: OK";
    String said = confused ? "stream: Can't allocate memory ERROR" : verdict;
    socket.getOutputStream().write((said + "\0").getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
