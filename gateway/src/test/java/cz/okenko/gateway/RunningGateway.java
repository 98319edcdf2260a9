package cz.okenko.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/// The whole gateway as an operator runs it: the demo office on a free port of this machine, a real
/// database in a folder, the shipped content. In a new folder it begins where a first start ends,
/// which [PreparedFolder] has made already; started again in the same folder, it goes on where it was
/// closed.
public final class RunningGateway implements AutoCloseable {
  public static final String ADMIN_PASSWORD = "dostatečně dlouhé heslo";

  private static final Path DEPLOYMENT =
      Path.of(System.getProperty("okenko.repository", ".."), "deployment");

  private final Gateway gateway;
  private final URI base;

  private RunningGateway(Gateway gateway, URI base) {
    this.gateway = gateway;
    this.base = base;
  }

  /// `extraYaml` is put behind the demo office's settings: whole groups such as
  /// `limits: {opening: {burst: 1}}`.
  public static RunningGateway start(Path folder, InstantSource clock, String... extraYaml) {
    return start(Map.of("OKENKO_CONTENT", "shipped"), folder, clock, extraYaml);
  }

  /// The same without a single article, for whatever has nothing to do with them: reading and
  /// indexing all of them is most of a start.
  public static RunningGateway withoutArticles(
      Path folder, InstantSource clock, String... extraYaml) {
    return start(Map.of("OKENKO_CONTENT", "none"), folder, clock, extraYaml);
  }

  /// The same with more in its environment.
  public static RunningGateway withoutArticles(
      Path folder, InstantSource clock, Map<String, String> environment, String... extraYaml) {
    var all = new HashMap<>(environment);
    all.put("OKENKO_CONTENT", "none");
    return start(all, folder, clock, extraYaml);
  }

  private static RunningGateway start(
      Map<String, String> environment,
      Path folder,
      InstantSource clock,
      String... extraYaml) {
    try {
      Path data = folder.resolve("data");
      Files.createDirectories(folder);
      PreparedFolder.copyTo(data, environment.getOrDefault("OKENKO_CONTENT", ""));
      var gateway = Gateway.start(settings(folder, data, environment, clock, extraYaml), clock);
      return new RunningGateway(gateway, URI.create("http://localhost:" + gateway.port()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI base() {
    return base;
  }

  /// A citizen with a new conversation in Czech.
  public ChatClient chat() {
    return ChatClient.open(base, "cs");
  }

  public ChatClient chat(String language) {
    return ChatClient.open(base, language);
  }

  /// Somebody of the office at the console, signed in.
  public ConsoleClient console(String signIn, String password) {
    return ConsoleClient.signIn(base, signIn, password);
  }

  public ConsoleClient admin() {
    return console("admin", ADMIN_PASSWORD);
  }

  /// One of the demo office's officials at the console: the admin sets a password first.
  public ConsoleClient clerk(String signIn) {
    ConsoleClient admin = admin();
    String password = "heslo pro " + signIn;
    for (JsonNode clerk : admin.get("clerks").path("clerks")) {
      if (clerk.path("signIn").asText().equals(signIn)) {
        admin.post("clerks/" + clerk.path("id").asText() + "/password", Map.of("password", password));
        return console(signIn, password);
      }
    }
    throw new AssertionError("the demo office has no official " + signIn);
  }

  @Override
  public void close() {
    gateway.close();
  }

  /// Those of the demo office on a free port.
  static Settings settings(
      Path folder,
      Path data,
      Map<String, String> environment,
      InstantSource clock,
      String... extraYaml)
      throws IOException {
    var all = new HashMap<>(environment);
    all.put("OKENKO_CONFIG", settings(folder, extraYaml).toString());
    all.put("OKENKO_DATA_DIR", data.toString());
    all.put("OKENKO_PORT", Integer.toString(freePort()));
    all.put("OKENKO_ADMIN_PASSWORD", ADMIN_PASSWORD);
    return CheapPasswords.in(Settings.load(all, clock));
  }

  static Path settings(Path folder, String... extraYaml) throws IOException {
    Files.createDirectories(folder.resolve("brand"));
    Files.copy(
        DEPLOYMENT.resolve("brand/logo.svg"),
        folder.resolve("brand/logo.svg"),
        StandardCopyOption.REPLACE_EXISTING);
    String office = Files.readString(DEPLOYMENT.resolve("okenko.example.yaml"));
    return Files.writeString(
        folder.resolve("okenko.yaml"), office + "\n" + String.join("\n", extraYaml) + "\n");
  }

  /// A free port below those the system gives to whoever asks for any, so that nobody is given it
  /// before a gateway listens there, or while it is down.
  public static int freePort() throws IOException {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(15_000, 32_000);
      try (var _ = new ServerSocket(port, 1, InetAddress.getByName("localhost"))) {
        return port;
      } catch (BindException e) {
        // somebody else is there
      }
    }
  }
}
