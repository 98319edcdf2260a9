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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How clerks sort their work: lists and filters, putting off, many at once, how it ended, and search,
/// over HTTP alone.
final class QueueJourneyTest {
  @TempDir Path folder;
  private final MovableClock clock = new MovableClock("2026-11-23T09:00:00Z");
  private RunningGateway gateway;
  private ConsoleClient jana;
  private ConsoleClient petr;

  @BeforeEach
  void start() {
    gateway = RunningGateway.withoutArticles(folder, clock);
    jana = gateway.clerk("jana");
    petr = gateway.clerk("petr");
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void a_conversation_goes_through_the_lists() {
    ChatClient citizen = gateway.chat();
    String id = waiting(citizen);
    JsonNode item = jana.queue("waiting").path("items").path(0);
    assertThat(item.path("unread").asBoolean()).isTrue();
    assertThat(Instant.parse(item.path("promisedBy").asText())).isAfter(clock.instant());

    jana.claim(id);
    assertThat(listed("mine")).containsExactly(id);
    assertThat(listed("replied")).isEmpty();
    jana.reply(id, "Na co se chcete zeptat?");
    assertThat(listed("replied")).containsExactly(id);
    assertThat(snooze(jana, id, Duration.ofHours(1)).statusCode()).isEqualTo(200);
    assertThat(listed("mine")).isEmpty();
    assertThat(listed("replied")).isEmpty();
    assertThat(listed("snoozed")).containsExactly(id);
    JsonNode counts = jana.queue("mine").path("counts");
    assertThat(counts.path("snoozed").asInt()).isEqualTo(1);
    assertThat(counts.path("mine").asInt()).isZero();
    assertThat(citizen.awaitState("with-clerk").path("clerk").path("name").asText())
        .isEqualTo("Jana Ukázková");

    citizen.send("Na poplatek za psa");

    assertThat(listed("mine")).containsExactly(id);
    assertThat(listed("snoozed")).isEmpty();
  }

  @Test
  void what_one_clerk_has_read_another_has_not() {
    String id = waiting(gateway.chat());

    assertThat(jana.post("conversations/" + id + "/read", Map.of()).statusCode()).isEqualTo(204);

    assertThat(listed("waiting&unread=true")).isEmpty();
    assertThat(listed("waiting")).containsExactly(id);
    assertThat(petr.queue("waiting&unread=true").path("items")).hasSize(1);
  }

  @Test
  void filters_narrow_every_list() {
    String czech = waiting(gateway.chat());
    String english = waiting(gateway.chat("en"));
    String agenda = jana.queue("waiting").path("items").path(0).path("agenda").asText();

    assertThat(listed("waiting&language=en")).containsExactly(english);
    assertThat(listed("waiting&channel=webchat&agenda=" + agenda)).containsExactly(czech, english);
    assertThat(listed("waiting&channel=email")).isEmpty();
    assertThat(listed("all&language=cs&channel=webchat&agenda=" + agenda)).containsExactly(czech);
    assertThat(listed("waiting&overdue=true")).isEmpty();
    assertThat(jana.get("queue?view=all").path("items")).hasSize(2);
  }

  @Test
  void views_are_kept_for_their_clerk_alone() {
    var view = Map.of("name", "Ukrajinsky", "view", "waiting", "language", "uk", "unread", true, "overdue", false);
    assertThat(jana.put("views", view).statusCode()).isEqualTo(200);
    assertThat(jana.put("views", view).statusCode()).isEqualTo(200);

    JsonNode kept = jana.get("views").path("views");
    assertThat(kept).hasSize(1);
    assertThat(kept.path(0).path("language").asText()).isEqualTo("uk");
    assertThat(petr.get("views").path("views")).isEmpty();
    assertThat(petr.delete("views", Map.of("name", "Ukrajinsky")).statusCode()).isEqualTo(404);
    assertThat(jana.delete("views", Map.of("name", "Ukrajinsky")).statusCode()).isEqualTo(204);
    assertThat(jana.get("views").path("views")).isEmpty();
  }

  @Test
  void nobody_keeps_more_than_twenty_views() {
    IntStream.range(0, 20).forEach(n -> assertThat(keep("pohled " + n)).isEqualTo(200));

    assertThat(keep("ještě jeden")).isEqualTo(409);

    assertThat(keep("pohled 3")).isEqualTo(200);
    assertThat(jana.get("views").path("views")).hasSize(20);
  }

  @Test
  void what_is_put_off_done_to_many_or_kept_as_a_view_is_in_the_audit() {
    String first = waiting(gateway.chat());
    String second = waiting(gateway.chat());
    jana.claim(first);
    snooze(jana, first, Duration.ofHours(1));
    bulk(Map.of("action", "move", "agenda", "matrika", "conversations", List.of(second)));
    bulk(Map.of("action", "close", "conversations", List.of(first, second)));
    keep("paní Nováková");
    jana.delete("views", Map.of("name", "nic takového"));
    jana.delete("views", Map.of("name", "paní Nováková"));

    ConsoleClient admin = gateway.admin();
    assertThat(deeds(admin, "audit?conversation=" + first))
        .containsExactly("closed", "snoozed", "claimed");
    assertThat(deeds(admin, "audit?conversation=" + second))
        .containsExactly("closed", "transferred");
    assertThat(deeds(admin, "audit?deed=kept-view")).hasSize(1);
    assertThat(deeds(admin, "audit?deed=dropped-view")).hasSize(1);
    assertThat(admin.get("audit").toString()).doesNotContain("Nováková");
  }

  private static List<String> deeds(ConsoleClient admin, String path) {
    return admin.get(path).path("entries").findValuesAsText("deed");
  }

  private int keep(String name) {
    return jana.put(
            "views", Map.of("name", name, "view", "waiting", "unread", false, "overdue", false))
        .statusCode();
  }

  @Test
  void many_are_moved_closed_and_read_at_once_and_each_says_what_became_of_it() {
    String first = waiting(gateway.chat());
    String second = waiting(gateway.chat());
    String taken = waiting(gateway.chat());
    petr.claim(taken);

    assertThat(bulk(Map.of("action", "move", "agenda", "matrika", "conversations", List.of(first, taken))))
        .containsExactly(first + " true ", taken + " false taken");
    assertThat(listed("waiting&agenda=matrika")).containsExactly(first);
    var spam = Map.of("action", "close", "reason", "spam", "conversations", List.of(first, second, "999"));
    assertThat(bulk(spam)).containsExactly(first + " true ", second + " true ", "999 false missing");
    assertThat(bulk(spam).getFirst()).isEqualTo(first + " false closed");
    assertThat(bulk(Map.of("action", "read", "conversations", List.of(taken))))
        .containsExactly(taken + " true ");
    String until = clock.instant().plusSeconds(3600).toString();
    assertThat(bulk(Map.of("action", "snooze", "until", until, "conversations", List.of(taken))))
        .containsExactly(taken + " false taken");
    assertThat(petr.queue("mine").path("items")).hasSize(1);
  }

  @Test
  void what_was_not_among_the_articles_is_listed_for_editors() {
    ChatClient citizen = gateway.chat();
    citizen.send("Jak se stanu hrobníkem?");
    String id = waiting(citizen);
    jana.claim(id);

    var missing = Map.of("reason", "answered", "inBase", "no");
    assertThat(jana.post("conversations/" + id + "/close", missing).statusCode()).isEqualTo(200);

    JsonNode gap = jana.get("gaps").path("gaps").path(0);
    assertThat(gap.path("asked").asText()).isEqualTo("Jak se stanu hrobníkem?");
    assertThat(gap.path("reason").asText()).isEqualTo("answered");
  }

  @Test
  void transcripts_are_searched() {
    ChatClient citizen = gateway.chat();
    citizen.send("Jak se stanu hrobníkem?");
    String id = citizen.conversation();

    JsonNode hit = awaitHit("hrobník");

    assertThat(hit.path("conversation").asText()).isEqualTo(id);
    assertThat(hit.path("parts").findValuesAsText("text")).contains("hrobníkem");
    assertThat(status("search?q=")).isEqualTo(400);
    assertThat(status("search?q=%22%20OR%20*")).isEqualTo(200);
    assertThat(status("search?q=" + "slovo%20".repeat(40))).isEqualTo(400);
    assertThat(status("search?q=a&after=x")).isEqualTo(400);
  }

  /// The index follows within a second.
  private JsonNode awaitHit(String word) {
    Instant end = Instant.now().plusSeconds(10);
    JsonNode hits = jana.get("search?q=hrobn%C3%ADk").path("hits");
    while (hits.isEmpty() && Instant.now().isBefore(end)) {
      hits = jana.get("search?q=hrobn%C3%ADk").path("hits");
    }
    assertThat(hits).as(word).hasSize(1);
    return hits.path(0);
  }

  @Test
  void nonsense_is_refused_and_changes_nothing() {
    String id = waiting(gateway.chat());
    jana.claim(id);
    String here = "conversations/" + id;

    assertThat(status("queue?view=jine")).isEqualTo(400);
    assertThat(status("queue?view=all&unread=true")).isEqualTo(400);
    assertThat(status("queue?unread=1")).isEqualTo(400);
    assertThat(status("queue?channel=%27")).isEqualTo(400);
    assertThat(status("queue?after=1")).isEqualTo(400);
    assertThat(status("gaps?after=x")).isEqualTo(400);
    assertThat(snooze(jana, id, Duration.ofSeconds(-1)).statusCode()).isEqualTo(400);
    assertThat(snooze(jana, id, Duration.ofDays(400)).statusCode()).isEqualTo(400);
    assertThat(jana.post(here + "/snooze", Map.of("until", "zítra")).statusCode()).isEqualTo(400);
    assertThat(snooze(petr, id, Duration.ofHours(1)).statusCode()).isEqualTo(409);
    assertThat(snooze(jana, "999", Duration.ofHours(1)).statusCode()).isEqualTo(404);
    assertThat(jana.post("conversations/999/read", Map.of()).statusCode()).isEqualTo(404);
    assertThat(jana.post(here + "/close", Map.of("reason", "nuda")).statusCode()).isEqualTo(400);
    assertThat(jana.post(here + "/close", Map.of("inBase", "no", "article", "pes")).statusCode())
        .isEqualTo(400);
    List<String> many = IntStream.range(0, 101).mapToObj(Integer::toString).toList();
    assertThat(post("bulk", Map.of("action", "read", "conversations", many))).isEqualTo(400);
    assertThat(post("bulk", Map.of("action", "read", "conversations", List.of()))).isEqualTo(400);
    assertThat(post("bulk", Map.of("action", "read", "conversations", List.of("x")))).isEqualTo(400);
    assertThat(post("bulk", Map.of("action", "burn", "conversations", List.of(id)))).isEqualTo(400);
    assertThat(jana.put("views", Map.of("name", " ", "view", "all", "unread", false, "overdue", false)).statusCode())
        .isEqualTo(400);

    assertThat(listed("mine")).containsExactly(id);
  }

  private int post(String path, Object body) {
    return jana.post(path, body).statusCode();
  }

  private int status(String path) {
    return jana.download(path).statusCode();
  }

  private List<String> bulk(Map<String, Object> body) {
    JsonNode results = Wire.json(jana.post("bulk", body).body()).path("results");
    return IntStream.range(0, results.size())
        .mapToObj(results::path)
        .map(
            result ->
                result.path("conversation").asText()
                    + " "
                    + result.path("done").asBoolean()
                    + " "
                    + result.path("why").asText(""))
        .toList();
  }

  private HttpResponse<String> snooze(ConsoleClient clerk, String id, Duration time) {
    return clerk.post(
        "conversations/" + id + "/snooze", Map.of("until", clock.instant().plus(time).toString()));
  }

  private List<String> listed(String view) {
    return jana.queue(view).path("items").findValuesAsText("conversation");
  }

  private static String waiting(ChatClient citizen) {
    citizen.choose("handoff", "Mluvit s člověkem");
    citizen.awaitState("waiting");
    return citizen.conversation();
  }
}
