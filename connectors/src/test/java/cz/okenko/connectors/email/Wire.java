package cz.okenko.connectors.email;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/// The way to a server on loopback, which can be cut, or forget a connection without telling anybody.
final class Wire implements AutoCloseable {
  private final ServerSocket listening;
  private final int server;
  private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();
  private volatile boolean forgetful;

  Wire(int server) {
    this.server = server;
    try {
      listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::listen);
  }

  int port() {
    return listening.getLocalPort();
  }

  /// Breaks every connection there is.
  void cut() {
    ends.forEach(Wire::hangUp);
    ends.clear();
  }

  /// From now on a connection hears nothing any more once it has asked to IDLE, as when a firewall
  /// forgets it.
  void forgetIdlers() {
    forgetful = true;
  }

  /// How many connections there have been.
  int connections() {
    return connections.get();
  }

  private void listen() {
    while (!listening.isClosed()) {
      try {
        Socket near = listening.accept();
        Socket far = new Socket(InetAddress.getLoopbackAddress(), server);
        ends.add(near);
        ends.add(far);
        connections.incrementAndGet();
        AtomicBoolean forgotten = new AtomicBoolean();
        Thread.ofVirtual().start(() -> pass(near, far, forgotten));
        Thread.ofVirtual().start(() -> passBack(far, near, forgotten));
      } catch (IOException e) {
        // closed, or the server is gone: whoever connects notices
      }
    }
  }

  private void pass(Socket from, Socket to, AtomicBoolean forgotten) {
    copy(
        from,
        to,
        bytes -> {
          if (forgetful && new String(bytes, StandardCharsets.ISO_8859_1).contains(" IDLE\r")) {
            forgotten.set(true);
          }
          return true;
        });
  }

  private static void passBack(Socket from, Socket to, AtomicBoolean forgotten) {
    copy(from, to, bytes -> !forgotten.get());
  }

  private static void copy(Socket from, Socket to, Predicate<byte[]> through) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] bytes = new byte[8192];
      for (int read = in.read(bytes); read > 0; read = in.read(bytes)) {
        if (through.test(Arrays.copyOf(bytes, read))) {
          out.write(bytes, 0, read);
          out.flush();
        }
      }
    } catch (IOException e) {
      // cut
    } finally {
      hangUp(from);
      hangUp(to);
    }
  }

  private static void hangUp(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cut();
  }
}
