package cz.okenko.gateway.access;

import static cz.okenko.gateway.access.AccessFixture.ADMIN_PASSWORD;
import static cz.okenko.gateway.access.AccessFixture.JANAS_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.okenko.gateway.Plans;
import cz.okenko.gateway.access.AuditRows.Entry;
import cz.okenko.gateway.access.AuditRows.Wanted;
import cz.okenko.gateway.store.Ids;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AuditTest {
  private static final Instant FOREVER = Instant.ofEpochSecond(100_000_000_000L);
  private static final Wanted ALL = wanted(0, "", Subject.NONE);
  private static final Subject MATTER = Subject.conversation(77);

  @TempDir Path folder;

  private AccessFixture fixture;
  private Audit audit;
  private Clerk jana;

  @BeforeEach
  void open() throws IOException {
    fixture = AccessFixture.opened(folder);
    audit = fixture.access.audit();
    jana = fixture.access.clerks().all().get(1);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void a_deed_whose_change_is_undone_never_was() {
    assertThatThrownBy(
            () ->
                fixture.store.write(
                    handle -> {
                      audit.write(handle, jana, Deed.CLAIMED, MATTER);
                      throw new IllegalStateException("the change failed");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(audit.page(ALL, Long.MAX_VALUE)).isEmpty();
  }

  @Test
  void looking_at_the_same_thing_is_told_once_an_hour() {
    audit.saw(jana, Deed.OPENED, MATTER);
    fixture.clock.pass(Duration.ofMinutes(59));
    audit.saw(jana, Deed.OPENED, MATTER);
    assertThat(deeds(ALL)).containsExactly("opened");

    fixture.clock.pass(Duration.ofMinutes(1));
    audit.saw(jana, Deed.OPENED, MATTER);
    audit.saw(jana, Deed.OPENED, Subject.conversation(78));
    audit.saw(fixture.access.clerks().all().getFirst(), Deed.OPENED, MATTER);
    assertThat(deeds(ALL)).hasSize(4);
  }

  @Test
  void what_was_seen_before_a_restart_is_not_told_again() {
    audit.saw(jana, Deed.OPENED, MATTER);
    var restarted =
        new Audit(fixture.store, new Ids(fixture.clock), fixture.clock);

    restarted.saw(jana, Deed.OPENED, MATTER);

    assertThat(deeds(ALL)).containsExactly("opened");
  }

  @Test
  void no_entry_is_ever_changed() {
    audit.saw(jana, Deed.OPENED, MATTER);

    assertThatThrownBy(
            () ->
                fixture.store.write(
                    handle -> handle.execute("update audit set actor_id = 1")))
        .rootCause()
        .hasMessageContaining("final");
  }

  @Test
  void pages_follow_each_other_without_a_gap_whatever_is_added_meanwhile() {
    for (int i = 0; i < 120; i++) {
      audit.saw(jana, Deed.OPENED, Subject.conversation(i));
    }
    var seen = new ArrayList<String>();
    long before = Long.MAX_VALUE;
    List<Entry> page = audit.page(ALL, before);
    while (!page.isEmpty()) {
      page.forEach(entry -> seen.add(entry.subject().id()));
      before = page.getLast().id();
      audit.saw(jana, Deed.OPENED, Subject.conversation(1_000 + seen.size()));
      page = audit.page(ALL, before);
    }

    assertThat(seen).hasSize(120).doesNotHaveDuplicates().startsWith("119").endsWith("0");
  }

  @Test
  void it_is_found_by_clerk_deed_matter_and_day() {
    Clerk petr = fixture.access.clerks().all().getLast();
    audit.saw(jana, Deed.OPENED, MATTER);
    audit.saw(petr, Deed.OPENED, MATTER);
    Instant day = fixture.clock.instant();
    fixture.clock.pass(Duration.ofDays(1));
    audit.saw(petr, Deed.DOWNLOADED, Subject.file(5));

    assertThat(audit.page(wanted(petr.id().value(), "", Subject.NONE), Long.MAX_VALUE))
        .hasSize(2)
        .allMatch(entry -> entry.actor().name().equals("Petr Malý"));
    assertThat(audit.page(wanted(0, "opened", Subject.NONE), Long.MAX_VALUE)).hasSize(2);
    assertThat(audit.page(wanted(0, "", MATTER), Long.MAX_VALUE)).hasSize(2);
    assertThat(audit.page(wanted(petr.id().value(), "opened", MATTER), Long.MAX_VALUE)).hasSize(1);
    assertThat(audit.page(wanted(jana.id().value(), "downloaded", MATTER), Long.MAX_VALUE))
        .isEmpty();
    var today = new Wanted(0, "", Subject.NONE, day, day.plusSeconds(60));
    assertThat(audit.page(today, Long.MAX_VALUE)).hasSize(2);
  }

  @Test
  void every_way_of_asking_has_an_index() {
    Clerk petr = fixture.access.clerks().all().getLast();
    for (Wanted wanted :
        List.of(
            ALL,
            wanted(petr.id().value(), "", Subject.NONE),
            wanted(0, "opened", Subject.NONE),
            wanted(0, "", MATTER))) {
      assertThat(Plans.of(fixture.store, handle -> AuditRows.page(handle, wanted, 9)))
          .as(wanted.toString())
          .isNotEmpty()
          .noneMatch(Plans::readsAll)
          .noneMatch(step -> step.contains("TEMP B-TREE"));
    }
  }

  @Test
  void what_is_too_old_is_forgotten_and_the_rest_stays() {
    audit.saw(jana, Deed.OPENED, MATTER);
    fixture.clock.pass(Duration.ofDays(700));
    audit.saw(jana, Deed.OPENED, MATTER);
    fixture.access.forget();
    assertThat(deeds(ALL)).hasSize(2);

    fixture.clock.pass(Duration.ofDays(31));
    fixture.access.forget();
    assertThat(deeds(ALL)).hasSize(1);
  }

  @Test
  void the_door_tells_who_came_in_who_did_not_and_from_which_network() {
    fixture.signIn("jana.novotna", "wrong");
    fixture.signIn("nobody", "wrong");
    fixture.signIn("jana.novotna", JANAS_PASSWORD);

    List<Entry> entries = audit.page(ALL, Long.MAX_VALUE);

    assertThat(entries)
        .extracting(Entry::deed)
        .containsExactly("signed-in", "sign-in-refused", "sign-in-refused");
    assertThat(entries).extracting(Entry::network).containsOnly("192.0.2.0/24");
    assertThat(entries).extracting(Entry::subjectName).containsExactly("Jana Novotná", "", "Jana Novotná");
    assertThat(entries).extracting(entry -> entry.actor().kind()).containsExactly("clerk", "nobody", "nobody");
  }

  @Test
  void there_are_no_names_and_no_secrets_in_it() {
    fixture.signIn("jana.novotna", "moje tajné heslo");
    fixture.signIn("admin", ADMIN_PASSWORD);
    fixture.setPassword(jana.id(), "nové heslo");

    String all =
        fixture.store.read(
            handle -> handle.createQuery("select * from audit").mapToMap().list().toString());

    assertThat(all)
        .contains("set-password")
        .doesNotContain("Jana", "jana", "admin", "heslo", "192.0.2.1");
  }

  private List<String> deeds(Wanted wanted) {
    return audit.page(wanted, Long.MAX_VALUE).stream().map(Entry::deed).toList();
  }

  private static Wanted wanted(long clerk, String deed, Subject subject) {
    return new Wanted(clerk, deed, subject, Instant.EPOCH, FOREVER);
  }
}
