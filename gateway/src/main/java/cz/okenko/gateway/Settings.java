package cz.okenko.gateway;

import cz.okenko.connectors.ConnectorProvider;
import cz.okenko.connectors.ConnectorProvider.House;
import cz.okenko.connectors.ConnectorProvider.Plan;
import cz.okenko.connectors.Inbox;
import cz.okenko.connectors.Transcript;
import cz.okenko.connectors.webchat.WebChatConnector;
import cz.okenko.gateway.attachment.FileStorage;
import cz.okenko.gateway.directory.FirstPassword;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.directory.OfficeDoor;
import cz.okenko.gateway.publishing.PublicOffice;
import cz.okenko.gateway.settings.AccessSettings;
import cz.okenko.gateway.settings.HookSettings;
import cz.okenko.gateway.settings.ScannerAt;
import cz.okenko.gateway.settings.ServerSettings;
import cz.okenko.gateway.settings.SettingsException;
import cz.okenko.gateway.settings.SettingsFile;
import cz.okenko.gateway.settings.TranslatorAt;
import cz.okenko.gateway.settings.WebChatSettings;
import cz.okenko.gateway.store.Store;
import cz.okenko.knowledge.ContentSource;
import cz.okenko.knowledge.Fact;
import cz.okenko.knowledge.KnowledgeBase;
import cz.okenko.knowledge.KnowledgeSettings;
import cz.okenko.knowledge.Language;
import io.helidon.webserver.http.ServerRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.ServiceLoader;
import java.util.function.Function;

/// Everything the operator decides, read once at start from the settings file (`OKENKO_CONFIG`,
/// else the demo office) and the environment (`OKENKO_PORT`, `OKENKO_DATA_DIR`, `OKENKO_CONTENT`,
/// `OKENKO_ADMIN_PASSWORD`), which wins. Secrets of channels may stand in `OKENKO_<CHANNEL>_<KEY>`.
public record Settings(
    Office office,
    ServerSettings server,
    WebChatSettings webChat,
    SequencedMap<String, Plan> channels,
    Path dataFolder,
    ScannerAt scanner,
    AccessSettings access,
    HookSettings hooks,
    TranslatorAt translator,
    ContentSource content,
    List<Fact> localFacts,
    Map<Language, Map<String, String>> sayings,
    FirstPassword adminPassword) {

  private static final String DEMO_OFFICE = "deployment/okenko.example.yaml";

  public Settings {
    localFacts = List.copyOf(localFacts);
    sayings = Map.copyOf(sayings);
  }

  /// What the knowledge base is opened with, its index in this folder.
  public KnowledgeSettings knowledge(Path index) {
    return new KnowledgeSettings(content, index, localFacts, sayings);
  }

  /// The web chat with the office's limits.
  ///
  /// @param peer tells where a request comes from
  WebChatConnector webChat(
      Inbox inbox,
      Transcript transcript,
      InstantSource clock,
      Function<ServerRequest, String> peer) {
    return new WebChatConnector(
        inbox, transcript, webChat.limits(server.publicUrl()), clock, peer);
  }

  /// Where citizens' files are kept, and who looks into them.
  FileStorage files() {
    return FileStorage.in(dataFolder.resolve("files"), scanner);
  }

  /// The knowledge base, its index in the data folder.
  KnowledgeBase openKnowledge(Store store, InstantSource clock) {
    return KnowledgeBase.open(knowledge(dataFolder.resolve("index")), store, clock).following();
  }

  /// Throws [SettingsException], whose text is meant for the operator.
  public static Settings load(Map<String, String> environment, InstantSource clock) {
    return load(
        environment,
        clock,
        ServiceLoader.load(ConnectorProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList());
  }

  /// For what is done without citizens: whatever the file says of channels is not looked at, so their
  /// secrets need not be there.
  public static Settings withoutChannels(Map<String, String> environment, InstantSource clock) {
    return load(environment, clock, List.of());
  }

  private static Settings load(
      Map<String, String> environment, InstantSource clock, List<ConnectorProvider> providers) {
    Path file = Path.of(environment.getOrDefault("OKENKO_CONFIG", DEMO_OFFICE));
    SettingsFile.Overrides overrides =
        new SettingsFile.Overrides(
            environment.getOrDefault("OKENKO_PORT", ""),
            environment.getOrDefault("OKENKO_DATA_DIR", ""),
            name -> environment.getOrDefault(name, ""));
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    SettingsFile settings = SettingsFile.read(file, overrides, today, providers);
    return new Settings(
        settings.office(),
        settings.server(),
        settings.webChat(),
        settings.channels(),
        settings.dataFolder(),
        settings.scanner(),
        settings.access(),
        settings.hooks(),
        settings.translator(),
        content(environment.getOrDefault("OKENKO_CONTENT", "shipped")),
        settings.localFacts(),
        settings.sayings(),
        adminPassword(environment.getOrDefault("OKENKO_ADMIN_PASSWORD", "")));
  }

  /// What the public pages are made of.
  PublicOffice publicly(OfficeDoor door, Texts texts, KnowledgeBase known, InstantSource clock) {
    return new PublicOffice(office, door, texts, known, server.publicUrl(), clock);
  }

  /// The office as channels show it.
  House house() {
    return SettingsFile.house(office, server);
  }

  private static ContentSource content(String choice) {
    return switch (choice) {
      case "", "shipped" -> new ContentSource.Shipped();
      case "none" -> new ContentSource.None();
      default -> folder(Path.of(choice));
    };
  }

  private static ContentSource folder(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new SettingsException(
          List.of("OKENKO_CONTENT: “" + folder + "” is neither shipped, none nor a folder"));
    }
    return new ContentSource.Folder(folder);
  }

  private static FirstPassword adminPassword(String secret) {
    return secret.isEmpty() ? new FirstPassword.Unset() : new FirstPassword.Given(secret);
  }
}
