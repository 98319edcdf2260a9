package cz.okenko.connectors.email;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;

/// The office's mailbox on a real IMAP server in this process.
final class OfficeMailbox implements AutoCloseable {
  static final String ADDRESS = "dotazy@vzorov.example";
  static final String PASSWORD = "tajne heslo";

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_IMAP));

  private final Wire wire;

  OfficeMailbox() {
    server.setUser(ADDRESS, ADDRESS, PASSWORD);
    server.start();
    wire = new Wire(server.getImap().getPort());
  }

  int port() {
    return wire.port();
  }

  /// The way there.
  Wire wire() {
    return wire;
  }

  /// Puts a mail into the mailbox as its server would, and gives its UID.
  long put(byte[] mail, Instant received) {
    try {
      var message =
          new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
      return inbox().appendMessage(message, new Flags(), Date.from(received));
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  MailFolder inbox() {
    try {
      return server
          .getManagers()
          .getImapHostManager()
          .getInbox(server.getUserManager().getUser(ADDRESS));
    } catch (FolderException e) {
      throw new AssertionError(e);
    }
  }

  void changePassword(String password) {
    server.getUserManager().getUser(ADDRESS).setPassword(password);
  }

  @Override
  public void close() {
    wire.close();
    server.stop();
  }
}
