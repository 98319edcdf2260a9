package cz.okenko.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import cz.okenko.gateway.ChatClient;
import cz.okenko.gateway.ConsoleClient;
import cz.okenko.gateway.MovableClock;
import cz.okenko.gateway.RunningGateway;
import cz.okenko.gateway.Wire;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people do about their accounts, with the whole gateway.
final class AccountJourneyTest {
  private static final String EVAS = "dlouhé heslo Evy";

  @TempDir Path folder;

  private final MovableClock clock = new MovableClock("2026-11-23T09:00:00Z");
  private RunningGateway gateway;
  private ConsoleClient admin;

  @BeforeEach
  void start() {
    gateway =
        RunningGateway.withoutArticles(folder, clock, "access: {second-factor: [supervisor]}");
    admin = gateway.admin();
    add("zora", "clerk");
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void whoever_knows_the_old_password_gives_themselves_a_new_one() {
    ConsoleClient eva = gateway.console("zora", EVAS);
    ConsoleClient elsewhere = gateway.console("zora", EVAS);

    assertThat(changed(eva, "nic takového", "nové dlouhé heslo").statusCode()).isEqualTo(403);
    HttpResponse<String> done = changed(eva, EVAS, "nové dlouhé heslo");

    assertThat(done.statusCode()).isEqualTo(204);
    assertThat(elsewhere.bare("GET", "session").statusCode()).isEqualTo(401);
    assertThat(eva.bare("GET", "session").statusCode()).isEqualTo(401);
    assertThat(eva.withCookieOf(done).bare("GET", "session").statusCode()).isEqualTo(200);
    assertThat(gateway.console("zora", "nové dlouhé heslo").get("account").path("secondFactor"))
        .hasToString("false");
  }

  @Test
  void wrong_confirmations_are_counted_like_wrong_passwords() {
    ConsoleClient eva = gateway.console("zora", EVAS);
    for (int i = 0; i < 5; i++) {
      assertThat(changed(eva, "hádám " + i, "nové dlouhé heslo").statusCode()).isEqualTo(403);
    }

    assertThat(changed(eva, EVAS, "nové dlouhé heslo").statusCode()).isEqualTo(429);
  }

  @Test
  void a_second_factor_is_asked_for_and_no_code_is_good_twice() {
    String secret = enrol(gateway.console("zora", EVAS)).secret;
    clock.pass(Duration.ofMinutes(1));

    assertThat(signIn("").path("code").asText()).isEqualTo("missing");
    assertThat(signIn("000000").path("code").asText()).isEqualTo("wrong");
    String code = Authenticator.code(secret, clock.instant());
    assertThat(signIn(code).path("secondFactor").asText()).isEqualTo("on");
    assertThat(signIn(code).path("code").asText()).isEqualTo("wrong");

    clock.pass(Duration.ofSeconds(30));
    assertThat(signIn(Authenticator.code(secret, clock.instant())).has("clerk")).isTrue();
  }

  @Test
  void guessing_codes_is_locked_like_guessing_passwords() {
    String secret = enrol(gateway.console("zora", EVAS)).secret;
    clock.pass(Duration.ofMinutes(1));
    for (int i = 0; i < 5; i++) {
      assertThat(signIn("00000" + i).path("status").asInt()).isEqualTo(401);
    }

    assertThat(signIn(Authenticator.code(secret, clock.instant())).path("status").asInt())
        .isEqualTo(429);
  }

  @Test
  void a_recovery_code_opens_once_and_is_told() {
    List<String> codes = enrol(gateway.console("zora", EVAS)).recoveryCodes;
    assertThat(codes).hasSize(10).doesNotHaveDuplicates();

    assertThat(signIn(codes.getFirst().toLowerCase(Locale.ROOT)).has("clerk")).isTrue();
    assertThat(signIn(codes.getFirst()).path("code").asText()).isEqualTo("wrong");
    assertThat(signIn(codes.getLast()).has("clerk")).isTrue();
    assertThat(deeds()).contains("used-recovery-code", "enrolled-second-factor");
  }

  @Test
  void an_admin_takes_a_lost_telephone_away() {
    enrol(gateway.console("zora", EVAS));
    String id = idOf("zora");
    assertThat(admin.delete("clerks/" + id + "/second-factor", Map.of()).statusCode())
        .isEqualTo(204);

    assertThat(signIn("").path("secondFactor").asText()).isEqualTo("off");
    assertThat(deeds()).contains("reset-second-factor");
  }

  @Test
  void a_role_that_must_have_a_second_factor_does_nothing_before() {
    add("vera", "supervisor");
    ConsoleClient vera = gateway.console("vera", EVAS);
    assertThat(vera.get("session").path("secondFactor").asText()).isEqualTo("owed");
    HttpResponse<String> refused = vera.bare("GET", "queue");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(Wire.json(refused.body()).path("secondFactor").asText()).isEqualTo("owed");

    enrol(vera);

    assertThat(vera.bare("GET", "queue").statusCode()).isEqualTo(200);
    assertThat(vera.delete("account/second-factor", Map.of("yourPassword", EVAS)).statusCode())
        .isEqualTo(409);
  }

  @Test
  void a_role_is_changed_only_by_who_confirms_it_and_takes_effect_at_once() {
    ConsoleClient eva = gateway.console("zora", EVAS);
    Map<String, Object> editor =
        Map.of("name", "Eva", "role", "editor", "agendas", List.of(), "active", true);

    HttpResponse<String> unconfirmed = admin.put("clerks/" + idOf("zora"), editor);
    assertThat(unconfirmed.statusCode()).isEqualTo(403);
    assertThat(Wire.json(unconfirmed.body()).path("confirm").asText()).isEqualTo("password");
    assertThat(admin.put("clerks/" + idOf("zora"), confirmed(editor)).statusCode()).isEqualTo(200);

    assertThat(eva.bare("GET", "session").statusCode()).isEqualTo(401);
    assertThat(gateway.console("zora", EVAS).get("session").path("rights").toString())
        .contains("keep-articles");
    assertThat(deeds()).contains("changed-role", "changed-clerk");
  }

  @Test
  void whoever_is_switched_off_is_out_and_stays_out() {
    ConsoleClient eva = gateway.console("zora", EVAS);
    var off = Map.of("name", "Eva", "role", "clerk", "agendas", List.of(), "active", false);

    assertThat(admin.put("clerks/" + idOf("zora"), confirmed(off)).statusCode()).isEqualTo(200);

    assertThat(eva.bare("GET", "session").statusCode()).isEqualTo(401);
    assertThat(signIn("").path("status").asInt()).isEqualTo(401);
    assertThat(deeds()).contains("deactivated-clerk");
  }

  @Test
  void the_last_admin_stays_what_they_are() {
    var off = Map.of("name", "S", "role", "admin", "agendas", List.of(), "active", false);

    assertThat(admin.put("clerks/" + idOf("admin"), confirmed(off)).statusCode()).isEqualTo(409);
  }

  @Test
  void somebody_from_the_settings_is_changed_like_anybody_else() {
    var other =
        Map.of("name", "Jana Jiná", "role", "supervisor", "agendas", List.of(), "active", true);

    assertThat(admin.put("clerks/" + idOf("jana"), confirmed(other)).statusCode()).isEqualTo(200);

    assertThat(deeds()).contains("changed-role", "changed-clerk");
  }

  @Test
  void what_clerks_see_and_do_is_in_the_audit_and_what_they_say_is_not() {
    ChatClient citizen = gateway.chat();
    citizen.send("chci mluvit s člověkem");
    citizen.awaitState("waiting");
    ConsoleClient eva = gateway.console("zora", EVAS);
    String id = citizen.conversation();
    eva.conversation(id);
    eva.conversation(id);
    eva.claim(id);
    eva.claim(id);
    eva.reply(id, "Dobrý den, tady Zora.");
    eva.note(id, "Volal mi z práce.");
    eva.close(id);

    JsonNode audit = admin.get("audit?conversation=" + id);

    assertThat(audit.path("entries").findValuesAsText("deed"))
        .containsExactly("closed", "noted", "replied", "claimed", "opened");
    assertThat(audit.path("entries").findValuesAsText("name")).containsOnly("zora");
    assertThat(audit.toString()).doesNotContain("Dobrý den", "práce", "člověkem");
  }

  @Test
  void who_loses_a_claim_did_nothing() {
    ChatClient citizen = gateway.chat();
    citizen.send("chci mluvit s člověkem");
    citizen.awaitState("waiting");
    gateway.clerk("jana").claim(citizen.conversation());

    assertThat(gateway.console("zora", EVAS).claim(citizen.conversation()).statusCode())
        .isEqualTo(409);

    assertThat(
            admin.get("audit?deed=claimed").path("entries").findValuesAsText("name"))
        .hasSize(1)
        .doesNotContain("zora");
  }

  private record Enrolled(String secret, List<String> recoveryCodes) {}

  private Enrolled enrol(ConsoleClient who) {
    JsonNode begun =
        Wire.json(who.post("account/second-factor", Map.of("yourPassword", EVAS)).body());
    String secret = begun.path("secret").asText();
    assertThat(begun.path("address").asText()).startsWith("otpauth://totp/").contains(secret);
    assertThat(who.put("account/second-factor", Map.of("code", "000000")).statusCode())
        .isEqualTo(400);
    HttpResponse<String> confirmed =
        who.put(
            "account/second-factor", Map.of("code", Authenticator.code(secret, clock.instant())));
    assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(200);
    return new Enrolled(
        secret,
        Wire.json(confirmed.body()).path("recoveryCodes").valueStream().map(JsonNode::asText).toList());
  }

  private JsonNode signIn(String code) {
    return Wire.json(
        ConsoleClient.stranger(gateway.base())
            .post("session", Map.of("name", "zora", "password", EVAS, "code", code))
            .body());
  }

  private static HttpResponse<String> changed(ConsoleClient who, String old, String password) {
    return who.put("account/password", Map.of("yourPassword", old, "password", password));
  }

  private void add(String signIn, String role) {
    HttpResponse<String> added =
        admin.post(
            "clerks",
            Map.of(
                "signIn", signIn,
                "name", signIn,
                "role", role,
                "agendas", List.of(),
                "password", EVAS));
    assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
  }

  private String idOf(String signIn) {
    return admin
        .get("clerks")
        .path("clerks")
        .valueStream()
        .filter(clerk -> clerk.path("signIn").asText().equals(signIn))
        .findFirst()
        .orElseThrow()
        .path("id")
        .asText();
  }

  private List<String> deeds() {
    return admin.get("audit").path("entries").findValuesAsText("deed");
  }

  private static Map<String, Object> confirmed(Map<String, Object> body) {
    var all = new HashMap<>(body);
    all.put("yourPassword", RunningGateway.ADMIN_PASSWORD);
    return all;
  }
}
