package cz.okenko.gateway.roster;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.gateway.CheapPasswords;
import cz.okenko.gateway.MovableClock;
import cz.okenko.gateway.Settings;
import cz.okenko.gateway.access.Access;
import cz.okenko.gateway.access.Audit;
import cz.okenko.gateway.access.ClerkId;
import cz.okenko.gateway.directory.Absence;
import cz.okenko.gateway.directory.FirstPassword;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.directory.Person;
import cz.okenko.gateway.roster.PersonRows.Kept;
import cz.okenko.gateway.roster.Roster.Change;
import cz.okenko.gateway.settings.AccessSettings;
import cz.okenko.gateway.store.Ids;
import cz.okenko.gateway.store.Store;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RosterTest {
  private static final String LIPNICE =
      """
      office:
        name: Lipnice
        agendas:
          - {id: doklady, name: Doklady, clerks: [jana, petr]}
          - {id: matrika, name: Matrika, clerks: [petr]}
        officials:
          - {sign-in: jana, name: Jana Nová, phone: "+420 000 000 004", office: přepážka 4}
          - {sign-in: petr, name: Petr Malý}
      """;

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock("2026-11-23T08:00:00Z");
  private Store store;
  private Access access;
  private Audit.Pen pen;
  private Roster roster;

  @BeforeEach
  void open() throws IOException {
    store = Store.open(folder.resolve("okenko.db"));
    access = new Access(store, new Ids(clock), clock, CheapPasswords.in(AccessSettings.USUAL));
    pen = access.audit().ofOperator();
    roster = planted(LIPNICE);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void the_settings_plant_people_and_never_change_them_again() throws IOException {
    assertThat(person("jana").room()).isEqualTo("přepážka 4");
    assertThat(person("petr").agendas()).containsExactly("doklady", "matrika");
    var cells =
        Map.of(
            Column.NAME, "Jana Stará",
            Column.ROOM, "přepážka 5",
            Column.AGENDAS, "matrika",
            Column.DEPUTY, "petr",
            Column.LANGUAGES, "cs uk",
            Column.HOURS, "po 8:00-12:00, 13:00-17:00; st 8.00–17.00");
    assertThat(roster.change(pen, id("jana"), version("jana"), cells))
        .isInstanceOf(Change.Made.class);

    Roster fresh = planted(LIPNICE);

    Person jana = fresh.people().named("jana").orElseThrow();
    assertThat(jana.name()).isEqualTo("Jana Stará");
    assertThat(jana.agendas()).containsExactly("matrika");
    assertThat(jana.phone()).isEqualTo("+420 000 000 004");
    assertThat(Spans.write(jana.hours())).isEqualTo("po 08:00-12:00, 13:00-17:00; st 08:00-17:00");
  }

  @Test
  void what_somebody_else_changed_meanwhile_is_not_written_over() {
    int seen = version("jana");
    roster.change(pen, id("jana"), seen, Map.of(Column.ROOM, "přepážka 5"));

    assertThat(roster.change(pen, id("jana"), seen, Map.of(Column.ROOM, "přepážka 6")))
        .isEqualTo(new Change.Stale());
    assertThat(person("jana").room()).isEqualTo("přepážka 5");
  }

  @Test
  void while_somebody_is_away_their_deputy_is_on_duty() {
    roster.change(pen, id("jana"), version("jana"), Map.of(Column.DEPUTY, "petr"));
    assertThat(roster.onDuty("doklady")).map(Person::signIn).contains("jana");

    away("jana", "2026-11-23T12:00");
    assertThat(roster.onDuty("doklady")).map(Person::signIn).contains("petr");
    assertThat(roster.staffs("doklady")).isTrue();
    away("petr", "2026-11-24T12:00");
    assertThat(roster.onDuty("doklady")).isEmpty();
    assertThat(roster.staffs("doklady")).isFalse();

    clock.moveTo("2026-11-23T11:00:00Z");
    assertThat(roster.onDuty("doklady")).map(Person::signIn).contains("jana");
    roster.present(pen, id("petr"), roster.now());
    assertThat(person("petr").absences()).isEmpty();
  }

  @Test
  void of_two_planned_absences_one_is_taken_back() {
    roster.change(
        pen,
        id("jana"),
        version("jana"),
        Map.of(Column.ABSENCES, "2026-12-21/2026-12-23 2027-01-04T13:00/2027-01-04T15:00"));

    roster.present(pen, id("jana"), LocalDateTime.parse("2026-12-22T08:00"));

    assertThat(person("jana").absences())
        .extracting(Absence::from)
        .containsExactly(LocalDateTime.parse("2027-01-04T13:00"));
  }

  @Test
  void an_absence_to_come_is_kept_beside_others_with_who_stands_in() {
    roster.change(
        pen, id("jana"), version("jana"), Map.of(Column.ABSENCES, "2026-12-21/2026-12-23"));

    away("jana", "2026-11-25T08:00", "2026-11-26T08:00", "petr");

    assertThat(Spans.write(person("jana").absences()))
        .isEqualTo("2026-11-25T08:00/2026-11-26T08:00 2026-12-21/2026-12-23");
    assertThat(person("jana").deputy()).isEqualTo("petr");
    assertThat(roster.onDuty("doklady")).map(Person::signIn).contains("jana");
    clock.moveTo("2026-11-25T08:00:00Z");
    assertThat(roster.onDuty("doklady")).map(Person::signIn).contains("petr");
  }

  @Test
  void an_absence_with_a_deputy_nobody_knows_or_one_too_many_is_refused() {
    assertThat(away("jana", "", "2026-11-26T08:00", "nikdo")).isInstanceOf(Change.Refused.class);
    assertThat(away("jana", "", "2026-11-26T08:00", "jana")).isInstanceOf(Change.Refused.class);
    for (int day = 1; day <= 20; day++) {
      String date = "2026-12-%02dT".formatted(day);
      assertThat(away("jana", date + "08:00", date + "09:00", "")).isInstanceOf(Change.Made.class);
    }

    assertThat(away("jana", "2027-01-04T08:00", "2027-01-04T09:00", ""))
        .isInstanceOf(Change.Refused.class);
    assertThat(person("jana").absences()).hasSize(20);
  }

  @Test
  void somebody_is_added_without_a_way_in_and_only_once() {
    var eva = Map.of(Column.SIGN_IN, "eva", Column.NAME, "Eva Bílá", Column.ROOM, "dveře 10");

    assertThat(roster.add(pen, eva)).isInstanceOf(Change.Made.class);

    assertThat(person("eva").room()).isEqualTo("dveře 10");
    assertThat(roster.add(pen, eva)).isEqualTo(new Change.Taken());
    assertThat(roster.add(pen, Map.of(Column.SIGN_IN, "Eva", Column.NAME, "")))
        .isInstanceOf(Change.Refused.class);
  }

  @Test
  void whose_access_was_taken_away_comes_back_by_an_admin_alone() throws Exception {
    store.write(handle -> handle.execute("update clerk set active = 0 where sign_in = 'petr'"));
    String csv = "sign-in,name\njana,Jana Nová\npetr,Petr Malý\n";

    var report = new DirectoryFile(roster, access.audit()).take(csv, false);

    assertThat(report.faults())
        .extracting(Object::toString)
        .containsExactly(
            "line 3: sign-in is of somebody whose access was taken away; an admin gives it back");
    assertThat(roster.people().named("petr")).isEmpty();
  }

  @Test
  void a_file_that_was_written_reads_back_without_a_change() throws Exception {
    roster.change(
        pen, id("jana"),
        version("jana"),
        Map.of(Column.NAME, "Jana; \"Nová\"", Column.ABSENCES, "2026-12-21/2026-12-23"));
    var file = new DirectoryFile(roster, access.audit());

    assertThat(file.take(file.text(), false).summary())
        .isEqualTo("0 new, 0 changed, 3 the same, 0 faults");
  }

  @Test
  void a_file_with_faults_is_refused_whole_with_every_fault_by_its_line() throws Exception {
    String csv =
        """
        sign-in;room;agendas;deputy;capacity;color
        jana;dveře 1;doklady nic;nikdo;mnoho;
        petr;dveře 2;;petr;3;
        petr;dveře 3;;;3;
        NOVÁ;dveře 4;;;3;
        """;

    DirectoryFile.Report report = new DirectoryFile(roster, access.audit()).take(csv, false);

    assertThat(report.faults())
        .extracting(Object::toString)
        .containsExactly(
            "line 1: there is no column “color”",
            "line 2: agendas names no agenda of the office: “nic”",
            "line 2: deputy names nobody of the office: “nikdo”",
            "line 2: capacity must be a number, 0 to 50",
            "line 3: deputy is the person themselves",
            "line 4: names “petr” again",
            "line 5: sign-in may hold lower-case letters, digits, dots and dashes only",
            "line 5: name is empty");
    assertThat(person("jana").room()).isEqualTo("přepážka 4");
  }

  @Test
  void a_dry_run_writes_nothing_and_a_run_adds_and_changes() throws Exception {
    String csv = "sign-in,name,room\njana,Jana Nová,dveře 9\neva,Eva Bílá,dveře 10\n";
    var file = new DirectoryFile(roster, access.audit());

    assertThat(file.take(csv, true).summary())
        .isEqualTo("1 new, 1 changed, 0 the same, 0 faults (nothing was written)");
    assertThat(roster.people().named("eva")).isEmpty();

    file.take(csv, false);
    assertThat(person("eva").room()).isEqualTo("dveře 10");
    assertThat(person("jana").room()).isEqualTo("dveře 9");
    assertThat(person("jana").phone()).isEqualTo("+420 000 000 004");
  }

  @Test
  void a_photograph_is_drawn_anew_and_goes_when_nobody_has_it() throws IOException {
    var photograph = Photograph.of(png(800, 400));
    assertThat(roster.picture(pen, id("jana"), photograph)).isInstanceOf(Change.Made.class);
    byte[] kept = roster.photograph(person("jana").photograph()).orElseThrow();
    assertThat(kept[0] & 0xff).isEqualTo(0xff);
    assertThat(kept[1] & 0xff).isEqualTo(0xd8);

    roster.picture(pen, id("jana"), new Photograph.None());

    assertThat(person("jana").photograph()).isEmpty();
    assertThat(roster.photograph(photograph.name())).isEmpty();
  }

  @Test
  void what_is_no_picture_of_a_sensible_size_is_refused() throws IOException {
    assertThat(Photograph.of("<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Photograph.Refused.class);
    assertThat(Photograph.of(png(20, 20))).isInstanceOf(Photograph.Refused.class);
    assertThat(Photograph.of(png(4_100, 200))).isInstanceOf(Photograph.Refused.class);
    byte[] torn = Arrays.copyOf(png(400, 400), 60);
    assertThat(Photograph.of(torn)).isInstanceOf(Photograph.Refused.class);
  }

  private static byte[] png(int width, int height) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB), "png", out);
    return out.toByteArray();
  }

  private Roster planted(String settings) throws IOException {
    Path file = Files.writeString(folder.resolve("okenko.yaml"), settings);
    Office office = Settings.load(Map.of("OKENKO_CONFIG", file.toString()), clock).office();
    access.follow(office, new FirstPassword.Given("dostatečně dlouhé heslo"));
    var planted = new Roster(store, office, clock, access.clerks());
    planted.plant();
    return planted;
  }

  private Change away(String signIn, String until) {
    return away(signIn, "", until, "");
  }

  private Change away(String signIn, String from, String until, String deputy) {
    LocalDateTime begin = from.isEmpty() ? roster.now() : LocalDateTime.parse(from);
    return roster.away(pen, id(signIn), new Absence(begin, LocalDateTime.parse(until)), deputy);
  }

  private Person person(String signIn) {
    return roster.people().named(signIn).orElseThrow();
  }

  private ClerkId id(String signIn) {
    return kept(signIn).id();
  }

  private int version(String signIn) {
    return kept(signIn).version();
  }

  private Kept kept(String signIn) {
    return roster.kept().stream()
        .filter(kept -> kept.person().signIn().equals(signIn))
        .findFirst()
        .orElseThrow();
  }
}
