package cz.okenko.connectors.email.intake;

import cz.okenko.connectors.email.access.Account;
import cz.okenko.connectors.email.access.NotSignedIn;
import cz.okenko.connectors.email.access.Server;
import cz.okenko.connectors.email.access.Sessions;
import cz.okenko.connectors.email.access.Sockets;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.UID;

/// One connection to one folder. It speaks by UID and keeps no list of mails, so that a folder of
/// 100,000 costs no more than one of ten; it never sets `\Seen` and never deletes.
final class Mailbox implements AutoCloseable {
  /// Marks what was taken in, for people who look into the mailbox; nothing here depends on it.
  private static final String MARK = "Okenko";

  static final int CHUNK = 256 * 1024;

  private final Sockets sockets;
  private final IMAPStore store;
  private final IMAPFolder folder;

  private Mailbox(Sockets sockets, IMAPStore store, IMAPFolder folder) {
    this.sockets = sockets;
    this.store = store;
    this.folder = folder;
  }

  /// Connects and opens the folder.
  ///
  /// @param sockets closing them breaks the connection at any moment
  /// @throws NotSignedIn when the server does not take the account
  static Mailbox open(Server server, Account account, String name, Sockets sockets)
      throws IOException {
    boolean opened = false;
    try {
      Mailbox mailbox = connect(server, account, name, sockets);
      mailbox.select();
      opened = true;
      return mailbox;
    } finally {
      if (!opened) {
        sockets.close();
      }
    }
  }

  private static Mailbox connect(Server server, Account account, String name, Sockets sockets)
      throws IOException {
    Session session = Sessions.of("imap", server, account.isToken(), sockets);
    try {
      IMAPStore store = (IMAPStore) session.getStore("imap");
      store.connect(server.host(), server.port(), account.user(), secret(account));
      return new Mailbox(sockets, store, (IMAPFolder) store.getFolder(name));
    } catch (AuthenticationFailedException e) {
      account.forget();
      throw new NotSignedIn("the mailbox is not opened for us");
    } catch (MessagingException e) {
      throw new Lost(e);
    }
  }

  /// A token endpoint that cannot be reached is an outage like one of the mailbox.
  private static String secret(Account account) throws IOException {
    try {
      return account.secret();
    } catch (NotSignedIn e) {
      throw e;
    } catch (IOException e) {
      throw new Lost(e);
    }
  }

  /// Opens the folder anew, to see what it has now.
  void select() throws IOException {
    try {
      if (folder.isOpen()) {
        folder.close(false);
      }
      folder.open(Folder.READ_WRITE);
    } catch (MessagingException e) {
      throw new Lost(e);
    }
  }

  long validity() throws IOException {
    try {
      return folder.getUIDValidity();
    } catch (MessagingException e) {
      throw new Lost(e);
    }
  }

  /// UID the next mail will get.
  long next() throws IOException {
    try {
      return folder.getUIDNext();
    } catch (MessagingException e) {
      throw new Lost(e);
    }
  }

  /// UIDs that a search finds, ascending.
  List<Long> search(String criteria) throws IOException {
    List<Long> found = new ArrayList<>();
    for (Response response : command("UID SEARCH " + criteria)) {
      if (response instanceof IMAPResponse list && list.keyEquals("SEARCH")) {
        for (long uid = list.readLong(); uid > 0; uid = list.readLong()) {
          found.add(uid);
        }
      }
    }
    found.sort(null);
    return found;
  }

  /// When the server got these mails; those that are gone meanwhile are missing.
  Map<Long, Instant> received(List<Long> uids) throws IOException {
    Map<Long, Instant> received = new HashMap<>();
    for (Response response : command("UID FETCH " + set(uids) + " (UID INTERNALDATE)")) {
      if (response instanceof FetchResponse fetched) {
        UID uid = fetched.getItem(UID.class);
        INTERNALDATE date = fetched.getItem(INTERNALDATE.class);
        if (uid != null && date != null && date.getDate() != null) {
          received.put(uid.uid, date.getDate().toInstant());
        }
      }
    }
    return received;
  }

  /// The first [#CHUNK] bytes of some mails, in one round trip; those that are gone are missing.
  Map<Long, byte[]> starts(List<Long> uids) throws IOException {
    Map<Long, byte[]> starts = new HashMap<>();
    pieces(set(uids), 0, starts::put);
    return starts;
  }

  /// Writes a mail as it is, piece by piece.
  ///
  /// @param start of it, see [#starts]
  void copy(long uid, byte[] start, OutputStream out) throws IOException {
    out.write(start);
    byte[] piece = start;
    for (int offset = CHUNK; piece.length == CHUNK; offset += CHUNK) {
      Map<Long, byte[]> next = new HashMap<>();
      pieces(Long.toString(uid), offset, next::put);
      piece = next.getOrDefault(uid, new byte[0]);
      out.write(piece);
    }
  }

  private void pieces(String uids, int offset, BiConsumer<Long, byte[]> to) throws IOException {
    String what = "BODY.PEEK[]<" + offset + "." + CHUNK + ">";
    for (Response response : command("UID FETCH " + uids + " (UID " + what + ")")) {
      if (response instanceof FetchResponse fetched) {
        UID uid = fetched.getItem(UID.class);
        BODY body = fetched.getItem(BODY.class);
        if (uid != null && body != null && body.getByteArray() != null) {
          to.accept(uid.uid, body.getByteArray().getNewBytes());
        }
      }
    }
  }

  /// Marks mails as taken in, where the server lets us.
  void mark(List<Long> uids) throws IOException {
    Flags permanent = folder.getPermanentFlags();
    if (permanent != null && permanent.contains(Flags.Flag.USER)) {
      command("UID STORE " + set(uids) + " +FLAGS.SILENT (" + MARK + ")");
    }
  }

  /// Waits until the server tells of news, or the sockets are closed, or the server breaks off.
  ///
  /// @return whether the server can do this at all
  boolean idle() throws IOException {
    try {
      if (!store.hasCapability("IDLE")) {
        return false;
      }
      folder.idle(true);
      return true;
    } catch (MessagingException | IllegalStateException e) {
      throw new Lost(e);
    }
  }

  private static String set(List<Long> uids) {
    return uids.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private Response[] command(String command) throws IOException {
    try {
      return (Response[]) folder.doCommand(protocol -> run(protocol, command));
    } catch (MessagingException | IllegalStateException e) {
      throw new Lost(e);
    }
  }

  private static Response[] run(IMAPProtocol protocol, String command) throws ProtocolException {
    Response[] responses = protocol.command(command, null);
    protocol.notifyResponseHandlers(responses);
    protocol.handleResult(responses[responses.length - 1]);
    return responses;
  }

  /// Breaks the connection; a farewell could hang.
  @Override
  public void close() {
    sockets.close();
    try {
      store.close();
    } catch (MessagingException | IllegalStateException e) {
      // it is closed already, which is what was wanted
    }
  }
}
