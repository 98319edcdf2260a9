package cz.okenko.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A citizen whose gateway dies again and again: repeats what was not acknowledged under the same
/// client id, repeats some of what was, and resumes the stream by the last id it saw.
final class KilledCitizen {
  /// Each is answered by one line, whatever was talked about before.
  static final List<String> QUESTIONS =
      List.of(
          "kolik stojí nová občanka",
          "jak si vyřídím cestovní pas",
          "kolik se platí za psa",
          "kde mi ověří podpis",
          "dobrý den",
          "chci mluvit s člověkem",
          "stop");

  private static final int ASKS_FOR_A_PERSON = 5;
  private static final int LONGEST_PAUSE_MS = 30;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final ChildGateway gateway;
  private final ChatClient chat;
  private final Random random;
  private final List<Sent> sent = new ArrayList<>();
  private final List<JsonNode> heard = new ArrayList<>();
  private int repeats;

  KilledCitizen(ChildGateway gateway, ChatClient chat, long seed) {
    this.gateway = gateway;
    this.chat = chat;
    this.random = new Random(seed);
  }

  /// An acknowledged message and the id it was acknowledged with.
  record Sent(String clientId, String text, String id) {}

  /// Writes and listens until it is over; whoever asked for a person goes back to the bot before.
  int writeUntil(CountDownLatch over, Semaphore acknowledged) throws InterruptedException {
    Thread.ofVirtual().start(this::listen);
    while (!over.await(random.nextInt(LONGEST_PAUSE_MS), TimeUnit.MILLISECONDS)) {
      int question = random.nextInt(ASKS_FOR_A_PERSON + 1);
      say(QUESTIONS.get(question));
      if (question == ASKS_FOR_A_PERSON) {
        say(QUESTIONS.getLast());
      }
      acknowledged.release();
      if (random.nextInt(10) == 0) {
        sayAgain(sent.get(random.nextInt(sent.size())));
      }
    }
    return sent.size();
  }

  List<Sent> sent() {
    return sent;
  }

  int repeats() {
    return repeats;
  }

  synchronized List<JsonNode> heard() {
    return List.copyOf(heard);
  }

  /// Waits until the stream brought two lines for each message.
  synchronized void awaitAnswers() throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (heard.size() < 2 * sent.size() && System.nanoTime() < end) {
      wait(100);
    }
  }

  /// All lines, over a new stream.
  List<JsonNode> wholeTranscript() {
    int lines = heard().size();
    return chat.await(all -> all.size() >= lines);
  }

  private void say(String text) throws InterruptedException {
    String clientId = chat.conversation() + "-" + sent.size();
    sent.add(new Sent(clientId, text, acknowledgement(clientId, text)));
  }

  private void sayAgain(Sent before) throws InterruptedException {
    String id = acknowledgement(before.clientId(), before.text());
    if (!id.equals(before.id())) {
      throw new AssertionError(before + " was acknowledged again as " + id);
    }
    repeats++;
  }

  /// Sends until it is acknowledged.
  private String acknowledgement(String clientId, String text) throws InterruptedException {
    boolean again = false;
    while (true) {
      gateway.awaitUp();
      try {
        HttpResponse<String> response = chat.send(clientId, text, "");
        if (response.statusCode() == 202) {
          return Wire.json(response.body()).path("id").asText();
        }
        throw new AssertionError(response.statusCode() + " " + response.body());
      } catch (UncheckedIOException e) {
        if (!again) {
          again = true;
          repeats++;
        }
      }
    }
  }

  private void listen() {
    try {
      while (gateway.awaitUp()) {
        stream();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void stream() {
    List<JsonNode> before = heard();
    String last = before.isEmpty() ? "0" : before.getLast().path("id").asText();
    var event = new String[1];
    try (Stream<String> lines =
        Wire.send(
                HttpRequest.newBuilder(gateway.base().resolve("/api/chat/events"))
                    .header("Authorization", "Bearer " + chat.token())
                    .header("Last-Event-ID", last),
                BodyHandlers.ofLines())
            .body()) {
      lines.forEach(
          line -> {
            if (line.startsWith("event: ")) {
              event[0] = line.substring(7);
            } else if (line.startsWith("data: ") && "message".equals(event[0])) {
              hear(Wire.json(line.substring(6)));
            }
          });
    } catch (UncheckedIOException e) {
      // the gateway was killed; the next stream goes on after the last line
    }
  }

  private synchronized void hear(JsonNode line) {
    heard.add(line);
    notifyAll();
  }
}
