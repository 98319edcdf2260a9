package cz.okenko.connectors.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/// The citizen's mail provider: speaks SMTP (RFC 5321) on loopback, keeps what it takes, and can be
/// told to answer with a failure at any command.
final class CitizensProvider implements AutoCloseable {
  private final ServerSocket listening;
  private final List<Taken> taken = new CopyOnWriteArrayList<>();
  private final List<Socket> connected = new CopyOnWriteArrayList<>();
  private volatile String toRecipient = "250 OK";
  private volatile String toSender = "250 OK";
  private volatile String toContent = "250 OK";

  CitizensProvider() {
    try {
      listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::listen);
  }

  /// A mail it took.
  record Taken(String sender, List<String> recipients, String mail) {}

  int port() {
    return listening.getLocalPort();
  }

  List<Taken> taken() {
    return List.copyOf(taken);
  }

  /// How many connections there were so far.
  int connections() {
    return connected.size();
  }

  /// Ends all connections without a word.
  void hangUp() {
    for (Socket socket : connected) {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  void answerRecipient(String line) {
    toRecipient = line;
  }

  void answerSender(String line) {
    toSender = line;
  }

  void answerContent(String line) {
    toContent = line;
  }

  private void listen() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        connected.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (SocketException e) {
        return;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void serve(Socket socket) {
    try (socket;
        var in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
      OutputStream out = socket.getOutputStream();
      say(out, "220 provider.example");
      String sender = "";
      List<String> recipients = new ArrayList<>();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String command = line.toUpperCase(Locale.ROOT);
        if (command.startsWith("MAIL FROM:")) {
          sender = line.substring(10);
          recipients.clear();
          say(out, toSender);
        } else if (command.startsWith("RCPT TO:")) {
          recipients.add(line.substring(8));
          say(out, toRecipient);
        } else if (command.startsWith("DATA")) {
          say(out, "354 go on");
          String mail = data(in);
          if (mail.isEmpty()) {
            return; // what broke off before its end was not taken
          }
          if (toContent.startsWith("250")) {
            taken.add(new Taken(sender, List.copyOf(recipients), mail));
          }
          say(out, toContent);
        } else if (command.startsWith("QUIT")) {
          say(out, "221 bye");
        } else {
          say(out, "250 OK");
        }
      }
    } catch (IOException e) {
      // the other side has gone, as clients do
    }
  }

  private static String data(BufferedReader in) throws IOException {
    StringBuilder mail = new StringBuilder();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.equals(".")) {
        return mail.toString();
      }
      mail.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
    }
    return "";
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
