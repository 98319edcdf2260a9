package cz.okenko.gateway.settings;

import cz.okenko.connectors.ConnectorProvider;
import cz.okenko.connectors.ConnectorProvider.House;
import cz.okenko.connectors.ConnectorProvider.Plan;
import cz.okenko.gateway.Texts;
import cz.okenko.gateway.directory.HoursInWords;
import cz.okenko.gateway.directory.Office;
import cz.okenko.knowledge.Fact;
import cz.okenko.knowledge.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/// All that one settings file says, with the defaults for what it leaves out. Relative paths are
/// counted from the folder the file is in, `data-dir` from the folder Okénko is started in.
public record SettingsFile(
    Office office,
    ServerSettings server,
    WebChatSettings webChat,
    SequencedMap<String, Plan> channels,
    Path dataFolder,
    ScannerAt scanner,
    AccessSettings access,
    HookSettings hooks,
    TranslatorAt translator,
    List<Fact> localFacts,
    Map<Language, Map<String, String>> sayings) {

  private static final int USUAL_PORT = 8080;

  /// What the environment may put in the place of keys of the file; empty is “not given”.
  ///
  /// @param variables all of the environment, for secrets that stand in no file
  public record Overrides(String port, String dataFolder, UnaryOperator<String> variables) {}

  /// The office as channels show it.
  public static House house(Office office, ServerSettings server) {
    return new House(
        office.name(),
        server.publicUrl(),
        office.brand().light().action().hex(),
        office.language());
  }

  public SettingsFile {
    localFacts = List.copyOf(localFacts);
    sayings = Map.copyOf(sayings);
  }

  /// Throws [SettingsException] with every fault of the file.
  ///
  /// @param providers of channels, in the order in which they start; none when no channel is needed
  public static SettingsFile read(
      Path file, Overrides overrides, LocalDate today, List<ConnectorProvider> providers) {
    Faults faults = new Faults(file);
    Section top = new Section(new YamlReader(faults).read(text(file)), "", faults);
    var around = new ChannelSections.Around(file, faults, overrides.variables());
    SettingsFile settings = read(top, around, overrides, today, providers);
    top.finish();
    if (!faults.none()) {
      throw faults.exception();
    }
    return settings;
  }

  private static SettingsFile read(
      Section top,
      ChannelSections.Around around,
      Overrides overrides,
      LocalDate today,
      List<ConnectorProvider> providers) {
    Section officeSection = top.section("office");
    Office office = new OfficeReader(officeSection, around.file()).read();
    List<Fact> own = FactReader.read(officeSection.section("facts"), today);
    Section serverSection = top.section("server");
    int port = port(serverSection, overrides.port());
    ServerSettings server = ServerSettings.read(serverSection, port);
    String data = top.text("data-dir", "./data");
    HoursInWords hours = new HoursInWords(Texts.load());
    return new SettingsFile(
        office,
        server,
        WebChatSettings.read(top.section("web-chat"), top.section("limits")),
        new ChannelSections(top.apart("channels"), around).read(providers, house(office, server)),
        Path.of(overrides.dataFolder().isEmpty() ? data : overrides.dataFolder()),
        top.value("scanner", new ScannerAt.Nowhere(), ScannerAt::of),
        AccessSettings.read(top.section("access"), around.file()),
        HookSettings.read(top.section("hooks")),
        TranslatorAt.read(
            top.section("translator"), overrides.variables().apply("OKENKO_TRANSLATOR_KEY")),
        LocalFacts.of(office, own, hours, today),
        LocalFacts.sayings(office, own, hours));
  }

  private static int port(Section server, String override) {
    int port = server.number("port", USUAL_PORT, 0, 65_535);
    if (override.isEmpty()) {
      return port;
    }
    try {
      int given = Integer.parseInt(override);
      if (given >= 0 && given <= 65_535) {
        return given;
      }
    } catch (NumberFormatException notANumber) {
      // told below, the same as a number that is no port
    }
    throw new SettingsException(List.of("OKENKO_PORT: “" + override + "” is not a port"));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new SettingsException(
          List.of(file + ": cannot be read; OKENKO_CONFIG names the settings file"));
    }
  }
}
