package cz.okenko.benchmark;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// One HTTP/1.1 connection that stays open, with just enough of the protocol to ask servers we know.
/// It costs the machine little, which is the point: it shares the processors with what it measures.
final class Line implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 30_000;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final byte[] buffer = new byte[16 * 1024];
  private boolean chunked;
  private int left;

  Line(int port) throws IOException {
    this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    this.in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
    this.out = socket.getOutputStream();
  }

  record Reply(int status, String body) {}

  Reply get(String path) throws IOException {
    send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    return reply();
  }

  /// Reads as somebody who is signed in.
  Reply get(String path, String cookie) throws IOException {
    send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookie + "\r\n\r\n");
    return reply();
  }

  /// @param token of the conversation, empty when there is none
  Reply post(String path, String token, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    send(
        "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + (token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n")
            + "Content-Length: " + body.length + "\r\n\r\n"
            + json);
    return reply();
  }

  /// Opens a stream of events on this connection; from now on only [#events] may be called.
  void stream(String path, String token) throws IOException {
    send(
        "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
            + "\r\n\r\n");
    if (head() != 200 || !chunked) {
      throw new IOException("no stream at " + path);
    }
  }

  /// The next piece of the stream as it was sent: events, whole ones from a server that writes each
  /// in one piece. Read at once like a body, or reading would cost more than the server does.
  String events() throws IOException {
    int length = Integer.parseInt(line(), 16);
    if (length == 0) {
      throw new EOFException("the stream ended");
    }
    String piece = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    line();
    return piece;
  }

  private void send(String request) throws IOException {
    out.write(request.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private Reply reply() throws IOException {
    int status = head();
    byte[] body = in.readNBytes(left);
    return new Reply(status, new String(body, StandardCharsets.UTF_8));
  }

  private int head() throws IOException {
    String first = line();
    left = 0;
    chunked = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        left = Integer.parseInt(lower.substring("content-length:".length()).strip());
      }
      chunked |= lower.startsWith("transfer-encoding: chunked");
    }
    return Integer.parseInt(first.substring(9, 12));
  }

  private String line() throws IOException {
    int length = 0;
    for (int next = read(); next != '\n'; next = read()) {
      if (next != '\r') {
        buffer[length++] = (byte) next;
      }
    }
    return new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
  }

  private int read() throws IOException {
    int next = in.read();
    if (next < 0) {
      throw new EOFException("the server hung up");
    }
    return next;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
