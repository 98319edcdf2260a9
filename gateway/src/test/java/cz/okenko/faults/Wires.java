package cz.okenko.faults;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/// Posts over connections that are kept open, a bounded number of them as a platform has: whoever
/// finds none free waits. Plain sockets, because the sender must cost little beside what is measured.
final class Wires {
  private static final int MOST = 256;
  private static final int PATIENCE_MILLIS = 20_000;

  private static final Wires ALL = new Wires();

  private final Semaphore free = new Semaphore(MOST, true);
  private final Queue<Wire> idle = new ConcurrentLinkedQueue<>();

  private Wires() {}

  private record Wire(int port, Socket socket, InputStream in) {
    static Wire open(int port) throws IOException {
      var socket = new Socket();
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(PATIENCE_MILLIS);
      return new Wire(port, socket, new BufferedInputStream(socket.getInputStream()));
    }
  }

  /// The status, 0 when there was no answer.
  ///
  /// @param header one more line of the head
  static int post(int port, String path, String header, String json) throws InterruptedException {
    ALL.free.acquire();
    try {
      return ALL.exchange(port, request(path, header, json));
    } catch (IOException e) {
      return 0;
    } finally {
      ALL.free.release();
    }
  }

  private static byte[] request(String path, String header, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    String head =
        "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + header + "\r\nContent-Length: " + body.length + "\r\n\r\n";
    var all = new ByteArrayOutputStream(head.length() + body.length);
    all.write(head.getBytes(StandardCharsets.US_ASCII));
    all.write(body);
    return all.toByteArray();
  }

  private int exchange(int port, byte[] request) throws IOException {
    Wire kept = idle.poll();
    Wire wire = kept == null || kept.port != port ? Wire.open(port) : kept;
    try {
      wire.socket.getOutputStream().write(request);
      int status = answer(wire.in);
      idle.add(wire);
      return status;
    } catch (IOException | RuntimeException e) {
      wire.socket.close();
      throw new IOException(e);
    }
  }

  /// Reads an answer with a length to its end.
  private static int answer(InputStream in) throws IOException {
    int status = Integer.parseInt(MailSide.line(in).split(" ", 3)[1]);
    int length = 0;
    for (String line = MailSide.line(in); !line.isEmpty(); line = MailSide.line(in)) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(15).strip());
      }
    }
    in.readNBytes(length);
    return status;
  }
}
