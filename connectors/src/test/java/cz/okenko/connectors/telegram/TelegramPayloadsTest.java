package cz.okenko.connectors.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import cz.okenko.connectors.InboundMessage;
import cz.okenko.connectors.RememberingOffice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/// Payloads that other projects collected, as they are, over the webhook.
@Timeout(300)
final class TelegramPayloadsTest {
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void any_payload_repeated_and_shuffled_is_stored_once_and_ends_in_the_same_transcript() {
    List<JsonNode> updates = updates();
    assertThat(updates).hasSizeGreaterThan(10);
    Set<String> first = transcript(updates, 1);

    for (long seed = 2; seed <= 6; seed++) {
      assertThat(transcript(updates, seed)).as("seed " + seed).isEqualTo(first);
    }
    assertThat(first).hasSizeGreaterThan(10);
  }

  /// What the office has in the end, each message and event as text.
  private static Set<String> transcript(List<JsonNode> updates, long seed) {
    var office = new RememberingOffice();
    var random = new Random(seed);
    var shuffled = new ArrayList<JsonNode>();
    for (JsonNode update : updates) {
      shuffled.addAll(Collections.nCopies(seed == 1 ? 1 : 1 + random.nextInt(5), update));
    }
    Collections.shuffle(shuffled, random);
    Set<Integer> statuses = ConcurrentHashMap.newKeySet();
    try (var bench = new Bench(office, true).started()) {
      try (var threads = Executors.newFixedThreadPool(8)) {
        shuffled.forEach(update -> threads.execute(() -> statuses.add(status(bench, update))));
      }
    }
    assertThat(statuses).containsExactly(200);
    assertThat(office.messages()).extracting(InboundMessage::externalId).doesNotHaveDuplicates();
    var lines = new TreeSet<String>();
    for (InboundMessage message : office.messages()) {
      lines.add(message.externalId() + " " + message.text());
    }
    office.events().forEach(event -> lines.add(event.toString() + event.hashCode()));
    return lines;
  }

  private static int status(Bench bench, JsonNode update) {
    return bench.push(update.toString(), Bench.SECRET);
  }

  /// Everything in the corpus that is an update or a list of some, and what is none as a body of
  /// its own.
  private static List<JsonNode> updates() {
    Path folder = corpora().orElse(Path.of("absent")).resolve("payloads/telegram");
    if (!Files.isDirectory(folder)) {
      LoggerFactory.getLogger(TelegramPayloadsTest.class)
          .warn("NOT TESTED: there are no collected payloads; set OKENKO_CORPORA to their folder");
      Assumptions.abort("no corpora");
    }
    var updates = new ArrayList<JsonNode>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).sorted().toList()) {
        JsonNode payload = JSON.readTree(Files.readAllBytes(file));
        updates.addAll(payload.findParents("update_id"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return updates;
  }

  private static Optional<Path> corpora() {
    String given = System.getenv("OKENKO_CORPORA");
    String repository = System.getProperty("okenko.repository");
    return given != null
        ? Optional.of(Path.of(given))
        : Optional.ofNullable(repository).map(root -> Path.of(root, "../shared/corpora"));
  }
}
