package cz.okenko.connectors.email;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Dovecot and Postfix of the system, started on loopback with a throw-away configuration and
/// stopped again; they know `dotazy@vzorov.example` and `jana@posta.example`.
final class MailServers implements AutoCloseable {
  static final String PASSWORD = "heslo-heslo";

  private static final Path DOVECOT = Path.of("/usr/sbin/dovecot");
  private static final Path POSTFIX = Path.of("/usr/lib/postfix/sbin/master");

  private static final String DOVECOT_CONF =
      """
      base_dir = RUN/run
      state_dir = RUN/state
      log_path = RUN/log
      protocols = imap
      listen = 127.0.0.1
      ssl = no
      disable_plaintext_auth = no
      mail_location = LOCATION
      first_valid_uid = 1
      mail_max_userip_connections = 20
      passdb {
        driver = static
        args = password=PASSWORD
      }
      userdb {
        driver = static
        args = uid=nobody gid=nogroup home=RUN/home/%u
      }
      service imap-login {
        inet_listener imap {
          port = PORT
        }
        inet_listener imaps {
          port = 0
        }
      }
      """;

  private static final String MAIN_CF =
      """
      compatibility_level = 3.6
      queue_directory = RUN/spool
      data_directory = RUN/data
      daemon_directory = /usr/lib/postfix/sbin
      command_directory = /usr/sbin
      maillog_file_prefixes = RUN
      maillog_file = RUN/log
      inet_interfaces = 127.0.0.1
      inet_protocols = ipv4
      myhostname = mx.vzorov.example
      mydestination =
      alias_maps =
      mynetworks = 127.0.0.0/8
      recipient_delimiter = +
      virtual_mailbox_domains = vzorov.example, posta.example
      virtual_mailbox_base = MAIL
      virtual_mailbox_maps = inline:{
        { dotazy@vzorov.example = dotazy@vzorov.example/Maildir/ }
        { jana@posta.example = jana@posta.example/Maildir/ } }
      transport_maps = inline:{ { pryc.example = smtp:[127.0.0.1]:ELSEWHERE } }
      virtual_minimum_uid = 1
      virtual_uid_maps = static:65534
      virtual_gid_maps = static:65534
      """;

  private static final String MASTER_CF =
      """
      127.0.0.1:PORT inet n - n - - smtpd
      pickup unix n - n 60 1 pickup
      cleanup unix n - n - 0 cleanup
      qmgr unix n - n 300 1 qmgr
      rewrite unix - - n - - trivial-rewrite
      bounce unix - - n - 0 bounce
      defer unix - - n - 0 bounce
      trace unix - - n - 0 bounce
      error unix - - n - - error
      retry unix - - n - - error
      virtual unix - n n - - virtual
      smtp unix - - n - - smtp
      anvil unix - - n - 1 anvil
      proxymap unix - - n - - proxymap
      postlog unix-dgram n - n - 1 postlogd
      """;

  private final Path folder;
  private final int imap = freePort();
  private final int smtp = freePort();
  private final List<Process> processes;

  /// @param location of mails, as Dovecot's `mail_location` says it, `MAIL` being the folder
  /// @param elsewhere port of the server that takes mail for `pryc.example`
  MailServers(String location, int elsewhere) {
    try {
      folder = Files.createTempDirectory("okenko-mail");
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.createDirectories(mail());
      own(mail(), "nobody");
      Process dovecot = dovecot(location.replace("MAIL", mail().toString()));
      processes = List.of(dovecot, postfix(elsewhere));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    EmailConnectorTest.await(() -> listens(imap) && listens(smtp));
  }

  /// Whether they can be started here: both are installed, and we may become other users.
  static boolean present() {
    boolean root = System.getProperty("user.name", "").equals("root");
    return root && Files.isExecutable(DOVECOT) && Files.isExecutable(POSTFIX);
  }

  int imapPort() {
    return imap;
  }

  int smtpPort() {
    return smtp;
  }

  Path mail() {
    return folder.resolve("mail");
  }

  /// Gives a file to the user the mails belong to.
  static void own(Path path, String user) throws IOException {
    Files.setOwner(
        path, path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user));
  }

  private Process dovecot(String location) throws IOException {
    Path run = Files.createDirectories(folder.resolve("dovecot"));
    Files.createDirectories(run.resolve("home"));
    own(run.resolve("home"), "nobody");
    String settings =
        DOVECOT_CONF
            .replace("RUN", run.toString())
            .replace("LOCATION", location)
            .replace("PASSWORD", PASSWORD)
            .replace("PORT", imap + "");
    Path file = Files.writeString(run.resolve("dovecot.conf"), settings);
    return start(run, DOVECOT.toString(), "-F", "-c", file.toString());
  }

  private Process postfix(int elsewhere) throws IOException {
    Path run = Files.createDirectories(folder.resolve("postfix"));
    Path etc = Files.createDirectories(run.resolve("etc"));
    Files.createDirectories(run.resolve("spool"));
    own(Files.createDirectories(run.resolve("data")), "postfix");
    String settings =
        MAIN_CF
            .replace("RUN", run.toString())
            .replace("MAIL", mail().toString())
            .replace("ELSEWHERE", elsewhere + "");
    Files.writeString(etc.resolve("main.cf"), settings);
    Files.writeString(etc.resolve("master.cf"), MASTER_CF.replace("PORT", smtp + ""));
    run(run, "/usr/sbin/postfix", "-c", etc.toString(), "check");
    return start(run, POSTFIX.toString(), "-c", etc.toString(), "-d");
  }

  private static void run(Path folder, String... command) throws IOException {
    try {
      if (!start(folder, command).waitFor(30, TimeUnit.SECONDS)) {
        throw new IOException(command[0] + " hangs");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static Process start(Path folder, String... command) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("output").toFile()))
        .start();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /// Ends both, and what they started.
  @Override
  public void close() {
    for (Process process : processes) {
      List<ProcessHandle> children = process.descendants().toList();
      process.destroy();
      try {
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      children.forEach(ProcessHandle::destroy);
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
