package cz.okenko.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cz.okenko.gateway.directory.Agenda;
import cz.okenko.gateway.directory.Brand;
import cz.okenko.gateway.directory.FirstPassword;
import cz.okenko.gateway.directory.Role;
import cz.okenko.gateway.settings.ScannerAt;
import cz.okenko.gateway.settings.SettingsException;
import cz.okenko.gateway.settings.TranslatorAt;
import cz.okenko.gateway.settings.WebChatSettings.Limit;
import cz.okenko.knowledge.ContentSource;
import cz.okenko.knowledge.Fact;
import cz.okenko.knowledge.Language;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsTest {
  private static final InstantSource NOW =
      InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z"));

  @TempDir Path folder;

  @Test
  void a_file_with_a_name_alone_gets_sensible_settings() throws IOException {
    Settings settings = settings("office:\n  name: Město Lipnice\n", Map.of());

    assertThat(settings.server().host()).isEqualTo("localhost");
    assertThat(settings.server().port()).isEqualTo(8080);
    assertThat(settings.server().publicUrl()).isEqualTo(URI.create("http://localhost:8080"));
    assertThat(settings.dataFolder()).isEqualTo(Path.of("./data"));
    assertThat(settings.content()).isEqualTo(new ContentSource.Shipped());
    assertThat(settings.office().languages()).containsExactly(Language.values());
    assertThat(settings.office().brand()).isEqualTo(Brand.PLAIN);
    assertThat(settings.webChat().perConversation()).isEqualTo(new Limit(30, 2));
    assertThat(settings.webChat().perAddress()).isEqualTo(new Limit(500, 50));
    assertThat(settings.webChat().openingPerAddress()).isEqualTo(new Limit(100, 10));
    assertThat(settings.adminPassword()).isEqualTo(new FirstPassword.Unset());
  }

  @Test
  void the_environment_wins_over_the_file() throws IOException {
    String file = "office: {name: Lipnice}\nserver: {port: 9000}\ndata-dir: elsewhere\n";

    Settings settings =
        settings(
            file,
            Map.of(
                "OKENKO_PORT", "8123",
                "OKENKO_DATA_DIR", "/var/lib/okenko",
                "OKENKO_CONTENT", "none",
                "OKENKO_ADMIN_PASSWORD", "velmi tajné"));

    assertThat(settings.server().port()).isEqualTo(8123);
    assertThat(settings.server().publicUrl()).isEqualTo(URI.create("http://localhost:8123"));
    assertThat(settings.dataFolder()).isEqualTo(Path.of("/var/lib/okenko"));
    assertThat(settings.content()).isEqualTo(new ContentSource.None());
    assertThat(settings.adminPassword()).isEqualTo(new FirstPassword.Given("velmi tajné"));
    assertThat(settings.toString()).doesNotContain("tajné");
  }

  @Test
  void a_translator_is_off_until_it_is_named_and_its_key_does_not_print() throws IOException {
    String office = "office: {name: Lipnice}\n";

    assertThat(settings(office, Map.of()).translator()).isEqualTo(new TranslatorAt.Nowhere());
    TranslatorAt named =
        settings(
                office + "translator: {url: 'http://preklad.lan:5000/'}",
                Map.of("OKENKO_TRANSLATOR_KEY", "tajné"))
            .translator();
    assertThat(named)
        .isEqualTo(
            new TranslatorAt.Libre(
                URI.create("http://preklad.lan:5000"), "tajné", Duration.ofSeconds(10), 4_000));
    assertThat(named.toString()).doesNotContain("tajné");
    assertThat(faults(office + "translator: {url: ftp://x, time-limit: 99}")).hasSize(2);
  }

  @Test
  void a_scanner_is_a_host_with_a_port_or_a_socket() throws IOException {
    String office = "office: {name: Lipnice}\n";

    assertThat(settings(office, Map.of()).scanner()).isEqualTo(new ScannerAt.Nowhere());
    assertThat(settings(office + "scanner: 127.0.0.1:3310", Map.of()).scanner())
        .isEqualTo(new ScannerAt.Host("127.0.0.1", 3310));
    assertThat(settings(office + "scanner: /run/clamav/clamd.ctl", Map.of()).scanner())
        .isEqualTo(new ScannerAt.Socket(Path.of("/run/clamav/clamd.ctl")));
    assertThat(faults(office + "scanner: clamav")).hasSize(1).first().asString()
        .contains("scanner “clamav” is neither host and port");
  }

  @Test
  void an_office_is_read_whole() throws IOException {
    Files.writeString(folder.resolve("jana.password"), "heslo do začátku\n");
    Files.writeString(folder.resolve("znak.svg"), "<svg/>");

    Settings settings = settings(WHOLE_OFFICE, Map.of());

    assertThat(settings.office().agenda("doklady").orElseThrow().clerks())
        .containsExactly("jana.novotna");
    assertThat(settings.office().agendasOf("jana.novotna")).hasSize(1);
    assertThat(settings.office().official("jana.novotna").orElseThrow().role())
        .isEqualTo(Role.EDITOR);
    assertThat(settings.office().official("jana.novotna").orElseThrow().password())
        .isEqualTo(new FirstPassword.Given("heslo do začátku"));
    assertThat(settings.office().brand().logo())
        .isEqualTo(new Brand.Logo.File(folder.resolve("znak.svg")));
    assertThat(settings.office().brand().light().action().hex()).isEqualTo("#1F4E3D");
    assertThat(settings.office().calendar().isOpen(Instant.parse("2026-11-23T09:00:00Z")))
        .isTrue();
    assertThat(settings.office().calendar().isOpen(Instant.parse("2026-12-30T09:00:00Z")))
        .isFalse();
    assertThat(settings.webChat().origins()).containsExactly(URI.create("https://www.lipnice.cz"));
  }

  @Test
  void the_office_is_known_to_the_articles_as_facts() throws IOException {
    Files.writeString(folder.resolve("jana.password"), "heslo do začátku");
    Files.writeString(folder.resolve("znak.svg"), "<svg/>");

    List<Fact> facts = settings(WHOLE_OFFICE, Map.of()).localFacts();

    Map<String, String> values = new HashMap<>();
    facts.forEach(fact -> values.put(fact.key(), fact.value()));
    assertThat(values)
        .containsEntry("urad-nazev", "Město Lipnice")
        .containsEntry("urad-hodiny", "pondělí a středa 8.00–12.00 a 13.00–17.00")
        .containsEntry("urad-telefon", "volejte ústřednu")
        .containsEntry("pes-sazba", "300 Kč za rok")
        .doesNotContainKey("urad-datova-schranka");
    assertThat(facts)
        .filteredOn(fact -> fact.key().equals("pes-sazba"))
        .singleElement()
        .satisfies(fact -> assertThat(fact.validFrom()).isEqualTo(LocalDate.of(2026, 1, 1)));
  }

  @Test
  void the_demo_office_is_sound() {
    Path demo =
        Path.of(System.getProperty("okenko.repository", ".."), "deployment/okenko.example.yaml");

    Settings settings = Settings.load(Map.of("OKENKO_CONFIG", demo.toString()), NOW);

    assertThat(settings.office().demo()).isTrue();
    assertThat(settings.office().frequent()).hasSize(6);
    assertThat(settings.office().agendas()).allMatch(agenda -> !agenda.clerks().isEmpty());
    assertThat(settings.office().brand().logo()).isInstanceOf(Brand.Logo.File.class);
    assertThat(settings.localFacts())
        .filteredOn(fact -> fact.key().equals("urad-hodiny"))
        .extracting(Fact::value)
        .containsExactly(
            "pondělí a středa 8.00–17.00, úterý a čtvrtek 8.00–14.00, pátek 8.00–12.00");
    assertThat(settings.sayings().getOrDefault(Language.EN, Map.of()).get("urad-hodiny"))
        .startsWith("Monday and Wednesday");
  }

  @Test
  void every_fault_is_told_at_once_with_its_line() throws IOException {
    assertThat(faults(FAULTY_OFFICE))
        .anyMatch(fault -> fault.endsWith("office.name is missing"))
        .anyMatch(fault -> fault.contains(":2: office.nmae is not a known key"))
        .anyMatch(fault -> fault.contains(":3: office.demo “maybe” must be true or false"))
        .anyMatch(fault -> fault.contains(":4: office.zone"))
        .anyMatch(fault -> fault.contains(":5: office.languages “sk” is not one of"))
        .anyMatch(fault -> fault.contains(":6: office.brand.light.action-ink #FFFFFF cannot be"))
        .anyMatch(fault -> fault.contains(":8: office.hours.monday “17:00-08:00” must end later"))
        .anyMatch(fault -> fault.contains(":9: office.hours.tuesday has hours that overlap"))
        .anyMatch(fault -> fault.contains(":10: office.closures.to is before the first day"))
        .anyMatch(fault -> fault.contains(":11: office.agendas.clerks names “nikdo”"))
        .anyMatch(fault -> fault.contains(":14: office.officials.sign-in “jana” is there twice"))
        .anyMatch(fault -> fault.contains(":14: office.officials.role “boss” is not one of"))
        .anyMatch(fault -> fault.contains(":15: office.officials.sign-in “admin” is kept"))
        .anyMatch(fault -> fault.contains(":16: server.port “99999” must be between"))
        .anyMatch(fault -> fault.contains(":17: web-chat.origins"))
        .hasSize(15);
  }

  @Test
  void faults_of_channels_are_told_with_all_others() throws IOException {
    Files.writeString(folder.resolve("bot.token"), "abc\n");
    Files.writeString(folder.resolve("page.token"), "EAAB\n");
    Map<String, String> environment =
        Map.of("OKENKO_TELEGRAM_WEBHOOK_SECRET", "á", "OKENKO_EMAIL_PASSWORD", "x");

    assertThat(faults(FAULTY_CHANNELS, environment))
        .anyMatch(fault -> fault.contains(":1: office.nmae is not a known key"))
        .anyMatch(fault -> fault.endsWith("office.name is missing"))
        .anyMatch(fault -> fault.contains(":4: channels.telegram.mode cannot be webhook while"))
        .anyMatch(fault -> fault.contains(":5: channels.telegram.token-file names a file with"))
        .anyMatch(fault -> fault.contains("webhook-secret in OKENKO_TELEGRAM_WEBHOOK_SECRET must"))
        .anyMatch(fault -> fault.contains(":7: channels.email.address must be the address"))
        .anyMatch(fault -> fault.contains("channels.email.imap-host must be the name of the mail"))
        .anyMatch(fault -> fault.contains(":9: channels.email.smtp-tls cannot be starttls on port"))
        .anyMatch(fault -> fault.contains(":10: channels.email.token-url and a password are"))
        .anyMatch(fault -> fault.contains(":12: channels.messenger.pages and a page-token are"))
        .anyMatch(fault -> fault.contains("OKENKO_MESSENGER_APP_SECRET"))
        .anyMatch(fault -> fault.contains("OKENKO_MESSENGER_VERIFY_TOKEN"))
        .anyMatch(fault -> fault.contains("OKENKO_MESSENGER_PAGE_TOKEN_1"))
        .anyMatch(fault -> fault.contains(":14: channels.dove is not a known key"))
        .anyMatch(fault -> fault.contains("channels.email.client-id-file is missing"))
        .hasSize(15)
        .noneMatch(fault -> fault.contains("abc") || fault.contains("EAAB"));
  }

  @Test
  void whoever_needs_no_channel_needs_no_secrets() throws IOException {
    String file = "office: {name: Lipnice}\nchannels: {telegram: {mode: webhook}}\n";
    Path path = Files.writeString(folder.resolve("okenko.yaml"), file);

    Settings settings = Settings.withoutChannels(Map.of("OKENKO_CONFIG", path.toString()), NOW);

    assertThat(settings.channels()).isEmpty();
    assertThat(faults(file)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "office: [unclosed        | :1: ",
        "just a text              | :1: the file must be a group of keys",
        "'{name: a, name: b}'     | Duplicate field 'name'",
        "office: 1                | :1: office must be a group of keys, not a single value",
        "'office: {hours: [a]}'   | :1: office.hours must be a group of keys, not a list",
        "'office: {agendas: yes}' | :1: office.agendas must be a list, not a single value",
        "'office: {name: [a]}'    | :1: office.name must be a single value"
      })
  void a_file_of_another_shape_is_refused_in_words(String file, String fault) throws IOException {
    assertThat(faults(file)).anyMatch(line -> line.contains(fault));
  }

  @ParameterizedTest
  @CsvSource({
    "OKENKO_PORT, eighty",
    "OKENKO_PORT, 70000",
    "OKENKO_CONTENT, /no/such/folder",
    "OKENKO_CONFIG, /no/such/file.yaml"
  })
  void a_wrong_environment_is_named(String name, String value) throws IOException {
    SettingsException refused =
        catchThrowableOfType(
            SettingsException.class,
            () -> settings("office: {name: Lipnice}", Map.of(name, value)));

    assertThat(refused.faults()).singleElement().asString().contains(name, value);
  }

  @Test
  void an_agenda_promises_two_hours_unless_it_says_otherwise() throws IOException {
    String agendas = "office: {name: Lipnice, agendas: [{id: a, name: A}, {id: b, name: B%s}]}";

    Settings settings = settings(agendas.formatted(", promised-hours: 8"), Map.of());

    assertThat(settings.office().agendas())
        .extracting(Agenda::promised)
        .containsExactly(Duration.ofHours(2), Duration.ofHours(8));
    assertThat(faults(agendas.formatted(", promised-hours: 0"))).singleElement().asString()
        .contains("promised-hours", "a number of hours, 1 to 999");
  }

  private List<String> faults(String file) {
    return faults(file, Map.of());
  }

  private List<String> faults(String file, Map<String, String> environment) {
    return catchThrowableOfType(SettingsException.class, () -> settings(file, environment)).faults();
  }

  private Settings settings(String file, Map<String, String> environment) throws IOException {
    Path path = Files.writeString(folder.resolve("okenko.yaml"), file);
    Map<String, String> all = new HashMap<>(Map.of("OKENKO_CONFIG", path.toString()));
    all.putAll(environment);
    return Settings.load(all, NOW);
  }

  private static final String FAULTY_CHANNELS =
      """
      office: {nmae: Lipnice}
      channels:
        telegram:
          mode: webhook
          token-file: bot.token
        email:
          address: dotazy
          smtp-host: posta.lipnice.cz
          smtp-tls: starttls
          token-url: https://login.example/token
          smtp-port: 465
        messenger: {pages: ["1"], page-token-file: page.token}
        pigeon: {on: false}
        dove: {}
      """;

  private static final String FAULTY_OFFICE =
      """
      office:
        nmae: Lipnice
        demo: maybe
        zone: Europe/Praha
        languages: [cs, sk]
        brand: {light: {action: "#777777", action-ink: "#FFFFFF"}}
        hours:
          monday: ["17:00-08:00"]
          tuesday: ["08:00-12:00", "11:00-13:00"]
        closures: [{from: 2026-12-31, to: 2026-12-30}]
        agendas: [{id: doklady, name: Doklady, clerks: [nikdo]}]
        officials:
          - {sign-in: jana, name: Jana}
          - {sign-in: jana, name: Jana, role: boss}
          - {sign-in: admin, name: Jana}
      server: {port: 99999}
      web-chat: {origins: ["https://www.obec.cz/stranka"]}
      """;

  private static final String WHOLE_OFFICE =
      """
      office:
        name: Město Lipnice
        demo: true
        address: Náměstí 1, 582 32 Lipnice
        phone: +420 555 000 111
        email: podatelna@lipnice.example
        web: https://www.lipnice.cz
        zone: Europe/Prague
        languages: [cs, uk]
        privacy-url: https://www.lipnice.cz/soukromi
        brand:
          logo: znak.svg
          light: {action: "#1F4E3D", action-ink: "#FFFFFF", action-soft: "#E3EFEA"}
        hours:
          monday: ["08:00-12:00", "13:00-17:00"]
          wednesday: ["08:00-12:00", "13:00-17:00"]
        closures:
          - {from: 2026-12-28, to: 2027-01-03, reason: revize topení}
        frequent: [poplatek-pes]
        agendas:
          - {id: doklady, name: Osobní doklady, place: přepážka 2, clerks: [jana.novotna]}
        officials:
          - sign-in: jana.novotna
            name: Jana Novotná
            role: editor
            phone: +420 555 000 112
            office: dveře 12
            password-file: jana.password
        facts:
          urad-telefon: {value: volejte ústřednu}
          pes-sazba:
            value: 300 Kč za rok
            statute: obecně závazná vyhláška č. 1/2026
            paragraph: čl. 4
            valid-from: 2026-01-01
            source: https://www.lipnice.cz/vyhlasky
            checked: 2026-11-01
      web-chat:
        origins: [https://www.lipnice.cz/]
      """;
}
