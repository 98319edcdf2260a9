package cz.okenko.faults;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The office's mail servers: one that a mailbox is read from (IMAP) and one that takes what is sent
/// (SMTP), each with just enough of the protocol.
final class MailSide implements AutoCloseable {
  static final String ADDRESS = "dotazy@vzorov.example";
  private static final Pattern ID =
      Pattern.compile("(?im)^Message-ID:\\s*<okenko\\.([0-9a-z]{1,13})\\.");

  private final ServerSocket imap;
  private final ServerSocket smtp;
  private final Map<Long, Integer> sent = new HashMap<>();

  MailSide(Mails mails) throws IOException {
    this.imap = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
    this.smtp = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
    serve(imap, socket -> new ImapSession(socket, mails).run());
    serve(smtp, this::take);
  }

  private interface Talk {
    void with(Socket socket) throws IOException;
  }

  String settings() {
    return """
        email:
          address: %s
          imap-host: 127.0.0.1
          imap-port: %d
          imap-tls: none
          smtp-host: 127.0.0.1
          smtp-port: %d
          smtp-tls: none
        """
        .formatted(ADDRESS, imap.getLocalPort(), smtp.getLocalPort());
  }

  /// How often each message of ours was taken, by the gateway's id.
  synchronized Map<Long, Integer> heard() {
    return Map.copyOf(sent);
  }

  private static void serve(ServerSocket server, Talk talk) {
    Thread.ofVirtual()
        .start(
            () -> {
              while (!server.isClosed()) {
                accept(server, talk);
              }
            });
  }

  private static void accept(ServerSocket server, Talk talk) {
    try {
      Socket socket = server.accept();
      socket.setTcpNoDelay(true);
      Thread.ofVirtual().start(() -> talk(socket, talk));
    } catch (IOException e) {
      // closed, or the other end was killed before it was accepted
    }
  }

  private static void talk(Socket socket, Talk talk) {
    try (socket) {
      talk.with(socket);
    } catch (IOException e) {
      // the other end was killed
    }
  }

  private void take(Socket socket) throws IOException {
    InputStream in = new BufferedInputStream(socket.getInputStream());
    OutputStream out = socket.getOutputStream();
    say(out, "220 localhost ESMTP");
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      switch (line.split(" ", 2)[0].toUpperCase(Locale.ROOT)) {
        case "EHLO" -> say(out, "250-localhost\r\n250-8BITMIME\r\n250 AUTH PLAIN");
        case "AUTH" -> say(out, "235 welcome");
        case "DATA" -> {
          say(out, "354 go on");
          note(data(in));
          say(out, "250 taken");
        }
        case "QUIT" -> {
          say(out, "221 bye");
          return;
        }
        default -> say(out, "250 ok");
      }
    }
  }

  private synchronized void note(String mail) {
    Matcher id = ID.matcher(mail);
    if (!id.find()) {
      throw new IllegalStateException("a mail came without our id");
    }
    sent.merge(Long.parseLong(id.group(1), Character.MAX_RADIX), 1, Integer::sum);
  }

  /// Fails when the other end dies before the last line: then nothing was taken.
  private static String data(InputStream in) throws IOException {
    var mail = new StringBuilder();
    for (String line = line(in); !line.equals("."); line = line(in)) {
      mail.append(line).append('\n');
    }
    return mail.toString();
  }

  /// A line without its end.
  ///
  /// @throws IOException when there is none
  static String line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("hung up");
      }
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    imap.close();
    smtp.close();
  }
}
