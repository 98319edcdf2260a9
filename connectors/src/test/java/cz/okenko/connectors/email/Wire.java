package cz.okenko.connectors.email;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The way to a server on loopback, which can be cut, or go silent without telling anybody.
final class Wire implements AutoCloseable {
  private final ServerSocket listening;
  private final int server;
  private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
  private volatile boolean silent;

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

  /// From now on nothing the server says on the connections there are arrives, as when a firewall
  /// forgets them.
  void swallow() {
    silent = true;
  }

  void speakAgain() {
    silent = false;
  }

  private void listen() {
    while (!listening.isClosed()) {
      try {
        Socket near = listening.accept();
        Socket far = new Socket(InetAddress.getLoopbackAddress(), server);
        ends.add(near);
        ends.add(far);
        Thread.ofVirtual().start(() -> pass(near, far, false));
        Thread.ofVirtual().start(() -> pass(far, near, true));
      } catch (IOException e) {
        // closed, or the server is gone: whoever connects notices
      }
    }
  }

  private void pass(Socket from, Socket to, boolean back) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] bytes = new byte[8192];
      for (int read = in.read(bytes); read > 0; read = in.read(bytes)) {
        if (!back || !silent) {
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
