package cz.okenko.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import cz.okenko.gateway.ChatClient;
import cz.okenko.gateway.ConsoleClient;
import cz.okenko.gateway.MovableClock;
import cz.okenko.gateway.Receiver;
import cz.okenko.gateway.Receiver.Heard;
import cz.okenko.gateway.RunningGateway;
import cz.okenko.gateway.Wire;
import cz.okenko.gateway.hook.Happened;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Another program is told what happens, with the whole gateway and a real receiver on loopback.
final class HooksJourneyTest {
  private static final String INTERNAL = "hooks: {internal-addresses: true}";
  private static final List<String> ALL =
      Arrays.stream(Happened.values())
          .filter(Happened::canBeWanted)
          .map(Happened::code)
          .toList();

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock("2026-11-23T09:00:00Z");
  private final Receiver receiver = new Receiver();
  private RunningGateway gateway;
  private ConsoleClient admin;

  @BeforeEach
  void start() {
    gateway = RunningGateway.withoutArticles(folder, clock, INTERNAL);
    admin = gateway.admin();
  }

  @AfterEach
  void stop() {
    receiver.close();
    gateway.close();
  }

  @Test
  void a_whole_conversation_is_told_as_described_and_without_a_word_of_it() {
    JsonNode hook = added(ALL);
    String secret = hook.path("secret").asText();
    ConsoleClient jana = gateway.clerk("jana");
    ChatClient citizen = gateway.chat();
    citizen.send("Tajná věc pana Nováka");
    citizen.choose("handoff", "Mluvit s člověkem");
    citizen.awaitState("waiting");
    clock.pass(Duration.ofHours(5));
    receiver.await(heard -> has(heard, "conversation.overdue"));
    jana.claim(citizen.conversation());
    jana.reply(citizen.conversation(), "Přijďte v pondělí, pane Nováku.");
    jana.note(citizen.conversation(), "Volal už včera.");
    jana.close(citizen.conversation());
    citizen.awaitState("closed");
    citizen.post("rating", Map.of("score", 4, "comment", "Pan Novák děkuje"));

    List<Heard> heard = receiver.await(ALL.size());

    assertThat(receiver.types()).containsExactlyInAnyOrderElementsOf(ALL);
    assertThat(heard).allMatch(one -> one.signedWith(secret));
    assertThat(heard).extracting(Heard::id).doesNotHaveDuplicates();
    assertThat(heard)
        .allMatch(one -> one.json().at("/data/conversation").asText().equals(citizen.conversation()))
        .noneMatch(one -> one.body().matches("(?is).*(Nov|Jana|pond|Tajn|Volal|děkuje).*"));
    assertThat(data("conversation.rated").path("score").asInt()).isEqualTo(4);
    assertThat(data("conversation.answered").path("message").asLong()).isPositive();
    assertThat(data("conversation.claimed").path("clerk").asLong()).isPositive();
    heard.forEach(this::assertDescribed);
  }

  @Test
  void the_description_names_every_kind_there_is_and_no_other() {
    assertThat(description().webhooks())
        .isEqualTo(Arrays.stream(Happened.values()).map(Happened::code).sorted().toList());
  }

  @Test
  void an_admin_tries_a_hook_and_reads_what_came_of_it() {
    String id = added(List.of("conversation.closed")).path("id").asText();

    assertThat(admin.post("hooks/" + id + "/test", Map.of()).statusCode()).isEqualTo(202);

    Heard heard = receiver.await(1).getFirst();
    assertThat(heard.type()).isEqualTo("test");
    assertDescribed(heard);
    JsonNode told = awaitTold(id, one -> one.path("state").asText().equals("taken"));
    assertThat(told.path("event").asText()).isEqualTo("test");
    assertThat(told.path("status").asInt()).isEqualTo(204);
    assertThat(told.path("attempts").asInt()).isEqualTo(1);
    assertShape("Dispatches", admin.get("hooks/" + id + "/dispatches"));
    assertShape("Hooks", admin.get("hooks"));
    assertThat(admin.get("hooks").toString()).doesNotContain("whsec_");
  }

  @Test
  void the_other_side_is_gone_and_comes_back() {
    JsonNode hook = added(List.of("conversation.closed"));
    String id = hook.path("id").asText();
    receiver.answers(410);
    admin.post("hooks/" + id + "/test", Map.of());
    JsonNode failed = awaitTold(id, one -> one.path("state").asText().equals("failed"));
    assertThat(only().path("state").asText()).isEqualTo("gone");
    assertThat(admin.post("hooks/" + id + "/test", Map.of()).statusCode()).isEqualTo(409);

    receiver.answers(200);
    String dispatch = failed.path("id").asText();
    HttpResponse<String> again = admin.post("hooks/" + id + "/dispatches/" + dispatch, Map.of());
    assertThat(again.statusCode()).isEqualTo(204);
    assertThat(receiver.heard()).hasSize(1);
    assertThat(admin.put("hooks/" + id, wish("url", receiver.url().toString())).statusCode())
        .isEqualTo(200);

    List<Heard> heard = receiver.await(2);
    assertThat(heard).extracting(Heard::id).containsOnly(heard.getFirst().id());
    awaitTold(id, one -> one.path("state").asText().equals("taken"));
    assertThat(
            admin.post("hooks/" + id + "/dispatches/" + dispatch, Map.of()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void a_secret_is_exchanged_without_a_gap() {
    JsonNode hook = added(List.of("conversation.closed"));
    String id = hook.path("id").asText();

    HttpResponse<String> rolled = admin.post("hooks/" + id + "/secret", Map.of());
    admin.post("hooks/" + id + "/test", Map.of());

    assertThat(rolled.statusCode()).isEqualTo(200);
    assertShape("NewHook", Wire.json(rolled.body()));
    Heard during = receiver.await(1).getFirst();
    String fresh = Wire.json(rolled.body()).path("secret").asText();
    assertThat(during.signedWith(fresh)).isTrue();
    assertThat(during.signedWith(hook.path("secret").asText())).isTrue();
    assertThat(only().has("oldSecretUntil")).isTrue();
    clock.pass(Duration.ofDays(1));
    admin = gateway.admin();
    assertThat(only().has("oldSecretUntil")).isFalse();
  }

  @Test
  void what_was_not_taken_is_told_after_a_restart() {
    String id = added(List.of("conversation.closed")).path("id").asText();
    receiver.answers(500);
    ChatClient citizen = gateway.chat();
    citizen.send("Dobrý den");
    citizen.answer(1);
    citizen.post("close", Map.of());
    String event = receiver.await(1).getFirst().id();
    awaitTold(id, one -> one.path("attempts").asInt() == 1);
    gateway.close();

    receiver.answers(204);
    clock.pass(Duration.ofSeconds(5));
    gateway = RunningGateway.withoutArticles(folder, clock, INTERNAL);

    assertThat(receiver.await(2)).extracting(Heard::id).containsOnly(event);
  }

  @Test
  void a_hook_that_is_taken_away_is_told_nothing_and_the_audit_knows_all_of_it() {
    String id = added(List.of("conversation.closed")).path("id").asText();
    admin.put("hooks/" + id, wish("on", false));
    assertThat(only().path("state").asText()).isEqualTo("off");
    admin.put("hooks/" + id, wish("name", "Jiná"));
    admin.post("hooks/" + id + "/test", Map.of());
    admin.post("hooks/" + id + "/secret", Map.of());
    assertThat(admin.delete("hooks/" + id, Map.of()).statusCode()).isEqualTo(204);

    assertThat(admin.delete("hooks/" + id, Map.of()).statusCode()).isEqualTo(404);
    assertThat(admin.get("hooks").path("hooks")).isEmpty();
    JsonNode audit = admin.get("audit").path("entries");
    assertThat(audit.findValuesAsText("deed"))
        .contains("added-hook", "changed-hook", "tested-hook", "rolled-hook-secret", "removed-hook");
    assertThat(audit.findValuesAsText("subjectId")).contains(id);
    assertThat(audit.toString()).doesNotContain("whsec_");
  }

  @Test
  void what_cannot_be_used_is_refused_and_nothing_is_kept() {
    check(wish("url", "http://spisovka.example/"), 400, "https");
    check(wish("url", "https://169.254.169.254/"), 400, "network");
    check(wish("url", "https://nikde.invalid/"), 400, "nobody knows");
    check(wish("url", "javascript:alert(1)"), 400, "no address");
    check(wish("url", "x".repeat(501)), 413, "500");
    check(wish("url", 7), 400, "text");
    check(wish("name", " "), 400, "empty");
    check(wish("name", "x".repeat(101)), 413, "100");
    check(wish("events", List.of()), 400, "empty");
    check(wish("events", List.of("test")), 400, "may not hold");
    check(wish("events", List.of("conversation.read")), 400, "may not hold");
    check(wish("events", "conversation.closed"), 400, "list");
    check(wish("on", "yes"), 400, "true or false");
    check(Map.of(), 400, "name");

    assertThat(admin.get("hooks").path("hooks")).isEmpty();
    for (String path : List.of("hooks/1", "hooks/abc", "hooks/99999999999999999999")) {
      assertThat(admin.put(path, wish("name", "x")).statusCode()).isEqualTo(404);
    }
    assertThat(admin.status("hooks/1/dispatches")).isEqualTo(404);
    assertThat(admin.post("hooks/1/dispatches/x", Map.of()).statusCode()).isEqualTo(404);
  }

  @Test
  void only_an_admin_may() {
    String id = added(List.of("conversation.closed")).path("id").asText();
    ConsoleClient jana = gateway.clerk("jana");

    assertThat(jana.status("hooks")).isEqualTo(403);
    assertThat(jana.status("hooks/" + id + "/dispatches")).isEqualTo(403);
    assertThat(jana.post("hooks", wish("name", "x")).statusCode()).isEqualTo(403);
    assertThat(jana.put("hooks/" + id, wish("on", false)).statusCode()).isEqualTo(403);
    assertThat(jana.post("hooks/" + id + "/secret", Map.of()).statusCode()).isEqualTo(403);
    assertThat(jana.delete("hooks/" + id, Map.of()).statusCode()).isEqualTo(403);
    assertThat(ConsoleClient.stranger(gateway.base()).status("hooks")).isEqualTo(401);
    assertThat(only().path("state").asText()).isEqualTo("on");
  }

  @Test
  void there_may_be_only_so_many() {
    for (int i = 0; i < 20; i++) {
      added(List.of("conversation.closed"));
    }

    assertThat(admin.post("hooks", wish("name", "x")).statusCode()).isEqualTo(409);
  }

  @Test
  void nobody_is_told_inside_the_offices_network_unless_the_settings_say_so() {
    String id = added(List.of("conversation.closed")).path("id").asText();
    gateway.close();
    gateway = RunningGateway.withoutArticles(folder, clock);
    admin = gateway.admin();

    check(wish("url", "https://localhost/"), 400, "hooks.internal-addresses");
    admin.post("hooks/" + id + "/test", Map.of());

    JsonNode told = awaitTold(id, one -> one.path("attempts").asInt() == 1);
    assertThat(told.path("trouble").asText()).isEqualTo("internal-address");
    assertThat(receiver.heard()).isEmpty();
  }

  private JsonNode added(List<String> events) {
    HttpResponse<String> added = admin.post("hooks", wish("events", events));
    assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
    JsonNode hook = Wire.json(added.body());
    assertShape("NewHook", hook);
    assertThat(hook.path("secret").asText()).matches("whsec_[A-Za-z0-9+/]{43}=");
    return hook;
  }

  /// A hook of this receiver, but for one member.
  private Map<String, Object> wish(String member, Object value) {
    var wish = new HashMap<String, Object>();
    wish.put("name", "Spisovka");
    wish.put("url", receiver.url().toString());
    wish.put("events", List.of("conversation.closed"));
    wish.put("on", true);
    wish.put(member, value);
    return wish;
  }

  private void check(Map<String, Object> body, int status, String words) {
    HttpResponse<String> response = admin.post("hooks", body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(response.body()).contains(words);
  }

  private JsonNode only() {
    return admin.get("hooks").path("hooks").get(0);
  }

  private JsonNode data(String type) {
    return receiver.heard().stream()
        .filter(one -> one.type().equals(type))
        .findFirst()
        .orElseThrow()
        .json()
        .path("data");
  }

  private static boolean has(List<Heard> heard, String type) {
    return heard.stream().anyMatch(one -> one.type().equals(type));
  }

  private JsonNode awaitTold(String hook, Predicate<JsonNode> wanted) {
    long deadline = System.nanoTime() + Wire.LIMIT.toNanos();
    while (System.nanoTime() < deadline) {
      for (JsonNode one : admin.get("hooks/" + hook + "/dispatches").path("dispatches")) {
        if (wanted.test(one)) {
          return one;
        }
      }
      LockSupport.parkNanos(20_000_000);
    }
    throw new AssertionError("it did not come: " + admin.get("hooks/" + hook + "/dispatches"));
  }

  private void assertDescribed(Heard heard) {
    Description description = description();
    assertThat(description.faults(description.webhook(heard.type()), heard.json()))
        .as(heard.body())
        .isEmpty();
  }

  private void assertShape(String schema, JsonNode value) {
    Description description = description();
    assertThat(description.faults(description.schema(schema), value)).as(schema).isEmpty();
  }

  private Description description() {
    return new Description(
        Wire.json(
            Wire.send(HttpRequest.newBuilder(gateway.base().resolve("/openapi.json"))).body()));
  }
}
