package cz.okenko.faults;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// One connection to the fake mailbox (RFC 3501, RFC 2177): all mails are unseen, none is ever
/// removed, so a mail's number is its UID. It knows the commands the product uses and no other.
final class ImapSession {
  private static final Pattern RANGE = Pattern.compile(".*UID (\\d+):(\\d+|\\*)$");
  private static final Pattern PIECE = Pattern.compile("BODY\\.PEEK\\[\\]<(\\d+)\\.(\\d+)>");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("dd-MMM-uuuu HH:mm:ss Z", Locale.ENGLISH);

  private final InputStream in;
  private final OutputStream out;
  private final Mails mails;
  private final String received;

  ImapSession(Socket socket, Mails mails) throws IOException {
    this.in = new BufferedInputStream(socket.getInputStream());
    this.out = socket.getOutputStream();
    this.mails = mails;
    this.received = DATE.format(Instant.now().atOffset(ZoneOffset.UTC));
  }

  void run() throws IOException {
    say("* OK [CAPABILITY IMAP4rev1 IDLE UNSELECT] ready");
    while (true) {
      String[] words = MailSide.line(in).split(" ", 3);
      String tag = words[0];
      String rest = words.length > 2 ? words[2] : "";
      switch (words[1].toUpperCase(Locale.ROOT)) {
        case "CAPABILITY" -> say("* CAPABILITY IMAP4rev1 IDLE UNSELECT");
        case "SELECT", "EXAMINE" -> select();
        case "UID" -> uid(rest);
        case "IDLE" -> idle();
        case "LOGOUT" -> {
          say("* BYE\r\n" + tag + " OK done");
          return;
        }
        default -> {}
      }
      say(tag + " OK done");
    }
  }

  private void select() throws IOException {
    int count = mails.count();
    say("* " + count + " EXISTS\r\n* 0 RECENT\r\n* FLAGS (\\Seen \\Deleted)");
    say("* OK [PERMANENTFLAGS (\\Seen \\*)] any\r\n* OK [UIDVALIDITY 7] one generation");
    say("* OK [UIDNEXT " + (count + 1) + "] next");
  }

  private void uid(String command) throws IOException {
    String[] words = command.split(" ", 3);
    switch (words[0].toUpperCase(Locale.ROOT)) {
      case "SEARCH" -> search(command);
      case "FETCH" -> {
        for (String uid : words[1].split(",", -1)) {
          fetch(Integer.parseInt(uid), words[2]);
        }
        out.flush();
      }
      default -> {}
    }
  }

  private void search(String command) throws IOException {
    Matcher range = RANGE.matcher(command);
    if (!range.matches()) {
      throw new IOException("not understood: " + command);
    }
    int count = mails.count();
    int from = Integer.parseInt(range.group(1));
    int to = range.group(2).equals("*") ? count : Integer.parseInt(range.group(2));
    String found =
        IntStream.rangeClosed(from, Math.min(to, count))
            .mapToObj(uid -> " " + uid)
            .collect(Collectors.joining());
    say("* SEARCH" + found);
  }

  private void fetch(int uid, String what) throws IOException {
    Matcher piece = PIECE.matcher(what);
    if (!piece.find()) {
      write("* " + uid + " FETCH (UID " + uid + " INTERNALDATE \"" + received + "\")\r\n");
      return;
    }
    byte[] all = mails.mail(uid).getBytes(StandardCharsets.UTF_8);
    int from = Math.min(all.length, Integer.parseInt(piece.group(1)));
    int length = Math.min(all.length - from, Integer.parseInt(piece.group(2)));
    write("* " + uid + " FETCH (UID " + uid + " BODY[]<" + from + "> {" + length + "}\r\n");
    out.write(all, from, length);
    write(")\r\n");
  }

  /// Tells of news until the other end has enough.
  private void idle() throws IOException {
    int known = mails.count();
    say("+ idling");
    Thread teller = Thread.ofVirtual().start(() -> tell(known));
    try {
      MailSide.line(in);
    } finally {
      teller.interrupt();
    }
    try {
      teller.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(int before) {
    int known = before;
    try {
      while (true) {
        mails.awaitMore(known, 60_000);
        if (mails.count() > known) {
          known = mails.count();
          say("* " + known + " EXISTS");
        }
      }
    } catch (InterruptedException | IOException e) {
      // the other end has enough, or is gone
    }
  }

  private void say(String line) throws IOException {
    MailSide.say(out, line);
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
