package cz.okenko.gateway.hook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import cz.okenko.gateway.Receiver;
import cz.okenko.gateway.hook.Answer.Trouble;
import cz.okenko.gateway.hook.Dispatch.State;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the other side may do to us, and where we do not go.
final class PostmanTest {
  @TempDir Path folder;

  /// Set before each test.
  @SuppressWarnings("NullAway.Init")
  private HookFixture office;

  @BeforeEach
  void open() {
    office = new HookFixture(folder);
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void nobody_is_followed_elsewhere() {
    try (var elsewhere = new Receiver()) {
      Hook hook = office.hook();
      office.receiver.answers(307, "Location", elsewhere.url().toString());
      office.happens();

      office.round();

      Dispatch waits = office.await(hook, HookFixture::tried);
      assertThat(waits.progress().last().status()).isEqualTo(307);
      assertThat(elsewhere.heard()).isEmpty();
    }
  }

  @Test
  void a_name_that_leads_inside_is_not_called_even_when_it_was_saved() {
    Hook hook = office.hook();
    office.happens();

    try (var usual = new Dispatcher(office.store, new Addresses(false), office.clock)) {
      usual.round();

      assertThat(office.trouble(hook)).isEqualTo(Trouble.INTERNAL_ADDRESS);
      assertThat(office.receiver.heard()).isEmpty();
    }
  }

  @Test
  void nobody_there_and_no_such_name_are_told_apart() {
    Hook nobody = office.to("http://localhost:1/");
    Hook unknown = office.to("https://nikde.invalid/");
    office.happens();

    office.round();

    assertThat(office.trouble(nobody)).isEqualTo(Trouble.UNREACHABLE);
    assertThat(office.trouble(unknown)).isEqualTo(Trouble.UNKNOWN_NAME);
  }

  @Test
  void a_certificate_nobody_vouches_for_is_not_trusted() throws Exception {
    HttpsServer impostor = impostor();
    try {
      String url = "https://localhost:" + impostor.getAddress().getPort() + "/";
      Hook hook = office.to(url);
      office.happens();

      office.round();

      assertThat(office.trouble(hook)).isEqualTo(Trouble.CERTIFICATE);
    } finally {
      impostor.stop(0);
    }
  }

  @Test
  void a_body_without_end_is_not_read() {
    Hook hook = office.hook();
    var written = new AtomicLong();
    office.receiver.answers(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] much = new byte[64 * 1024];
          for (int i = 0; i < 100_000; i++) {
            exchange.getResponseBody().write(much);
            written.addAndGet(much.length);
          }
        });
    office.happens();

    office.round();

    office.awaitOne(hook, State.TAKEN);
    assertThat(written.get()).isLessThan(100_000_000);
  }

  @Test
  void who_hangs_holds_up_no_other_and_has_only_a_few_under_way() {
    try (var slow = new Receiver()) {
      slow.hangs();
      Hook hanging = office.to(slow.url().toString());
      office.hook();
      for (int i = 0; i < 20; i++) {
        office.happens();
      }

      office.round();
      office.receiver.await(20);
      office.round();

      assertThat(slow.await(4)).hasSize(4);
      assertThat(office.told(hanging)).allMatch(one -> one.progress().state() == State.WAITING);
    }
  }

  /// Somebody who says to be `localhost` and made their own certificate.
  private HttpsServer impostor() throws Exception {
    Path keys = folder.resolve("impostor.p12");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair", "-alias", "impostor", "-keyalg", "EC", "-dname", "CN=localhost",
            "-ext", "san=dns:localhost", "-keystore", keys.toString(), "-storepass", "changeit");
    assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    char[] password = "changeit".toCharArray();
    KeyStore store = KeyStore.getInstance(keys.toFile(), password);
    var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(store, password);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(own.getKeyManagers(), null, null);
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    server.createContext("/", exchange -> exchange.sendResponseHeaders(204, -1));
    server.start();
    return server;
  }
}
