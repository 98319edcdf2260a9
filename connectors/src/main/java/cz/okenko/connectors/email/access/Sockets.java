package cz.okenko.connectors.email.access;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.SocketFactory;

/// Makes the sockets of one connection and can cut them all at once. The mail library waits without
/// end inside IDLE whatever its timeouts say (rule EM-14), and closes a dead connection only after
/// talking to it; a closed socket ends both.
public final class Sockets extends SocketFactory implements AutoCloseable {
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  @Override
  public Socket createSocket() throws IOException {
    Socket socket = new Socket();
    open.add(socket);
    if (closed) {
      socket.close();
    }
    return socket;
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(new Socket(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return connected(new Socket(host, port, localHost, localPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new Socket(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return connected(new Socket(host, port, localHost, localPort));
  }

  private Socket connected(Socket socket) throws IOException {
    open.add(socket);
    if (closed) {
      socket.close();
    }
    return socket;
  }

  /// Cuts everything; whoever reads or writes gets an exception at once.
  @Override
  public void close() {
    closed = true;
    for (Socket socket : open) {
      try {
        socket.close();
      } catch (IOException e) {
        // it is of no use any more, which is what was wanted
      }
    }
    open.clear();
  }
}
