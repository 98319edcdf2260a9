package cz.okenko.connectors.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.connectors.Event;
import cz.okenko.connectors.InboundMessage;
import cz.okenko.connectors.RememberingOffice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Public test payloads, brought the way the platform brings them: at least once and out of order.
@Timeout(180)
final class ReplayTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final int HANDS = 16;

  @Test
  void fb_21_every_public_payload_is_acknowledged_as_it_is() throws Exception {
    List<String> payloads = payloads();

    Outcome outcome = bring(payloads);

    assertThat(outcome.statuses()).containsOnly(200);
    assertThat(outcome.messages())
        .extracting(InboundMessage::externalId)
        .doesNotHaveDuplicates()
        .hasSizeGreaterThan(20);
  }

  /// Authors of test data call many messages by the same id; here each file has its own, as on the
  /// platform, where an id is never used again.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void fb_05_repeated_and_shuffled_payloads_end_in_the_same_transcript(long seed)
      throws Exception {
    List<String> once = distinct(payloads());
    var random = new Random(seed);
    var often = new ArrayList<String>();
    for (String payload : once) {
      often.addAll(Collections.nCopies(1 + random.nextInt(5), payload));
    }
    Collections.shuffle(often, random);

    Outcome expected = bring(once);
    Outcome outcome = bring(often);

    assertThat(outcome.statuses()).containsOnly(200);
    assertThat(outcome.messages()).hasSameSizeAs(expected.messages()).hasSizeGreaterThan(40);
    assertThat(outcome.transcript()).isEqualTo(expected.transcript());
    assertThat(outcome.events()).containsExactlyInAnyOrderElementsOf(expected.events());
  }

  private record Outcome(
      List<Integer> statuses, List<InboundMessage> messages, List<Event> events) {

    /// As a reader sees it, whatever came first.
    List<String> transcript() {
      return messages.stream()
          .sorted(
              Comparator.comparing((InboundMessage message) -> message.address().value())
                  .thenComparing(InboundMessage::sentAt)
                  .thenComparing(InboundMessage::externalId))
          .map(
              message ->
                  String.join(
                      " ",
                      message.address().value(),
                      message.externalId(),
                      message.sentAt().toString(),
                      message.handling().name(),
                      message.text(),
                      message.attachments().toString()))
          .toList();
    }
  }

  private static Outcome bring(List<String> payloads) throws Exception {
    var office = new RememberingOffice();
    var statuses = new ArrayList<Integer>();
    try (var bench = new MessengerBench(office, NOW);
        ExecutorService hands = Executors.newFixedThreadPool(HANDS)) {
      List<Callable<Integer>> works =
          payloads.stream().<Callable<Integer>>map(payload -> () -> bench.bring(payload)).toList();
      for (Future<Integer> status : hands.invokeAll(works)) {
        statuses.add(status.get());
      }
    }
    return new Outcome(statuses, office.messages(), office.events());
  }

  private static List<String> distinct(List<String> payloads) {
    var distinct = new ArrayList<String>();
    for (int i = 0; i < payloads.size(); i++) {
      distinct.add(
          payloads.get(i).replaceAll("\"mid\"\\s*:\\s*\"([^\"]*)\"", "\"mid\":\"$1-" + i + "\""));
    }
    return distinct;
  }

  private static List<String> payloads() throws IOException {
    String told = System.getenv().getOrDefault("OKENKO_CORPORA", "");
    Path beside = Path.of(System.getProperty("okenko.repository", ".."), "../shared/corpora");
    Path folder = (told.isEmpty() ? beside : Path.of(told)).resolve("payloads/messenger");
    if (!Files.isDirectory(folder)) {
      System.err.println("NOT TESTED: public payloads of Messenger, " + folder + " is missing");
    }
    org.junit.jupiter.api.Assumptions.assumeTrue(Files.isDirectory(folder), "no public payloads");
    var payloads = new ArrayList<String>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).sorted().toList()) {
        payloads.add(Files.readString(file));
      }
    }
    return payloads;
  }
}
