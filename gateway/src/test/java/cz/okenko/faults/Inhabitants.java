package cz.okenko.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Citizens of all channels, who write until it is over. Each repeats what was not acknowledged, and
/// now and then what was.
record Inhabitants(
    Product product, TelegramSide telegram, PostBox post, Books books, CountDownLatch over) {
  private static final int ON_WEB = 4;
  private static final int ON_MESSENGER = 6;
  private static final int ON_TELEGRAM = 10;
  static final String PAGE = MessengerSide.PAGES.getFirst();

  /// What they do, each on a thread of its own.
  List<Callable<Integer>> all(long seed) {
    Stream<Callable<Integer>> web =
        IntStream.range(0, ON_WEB).mapToObj(n -> () -> onWeb(new Random(seed + n)));
    Stream<Callable<Integer>> messenger =
        IntStream.range(0, ON_MESSENGER)
            .mapToObj(n -> () -> onMessenger("5550" + n, new Random(seed + 100 + n)));
    Stream<Callable<Integer>> chats =
        IntStream.range(0, ON_TELEGRAM)
            .mapToObj(n -> () -> onTelegram(880_000 + n, new Random(seed + 200 + n)));
    Callable<Integer> mail = () -> byMail(new Random(seed + 300));
    return Stream.of(web, messenger, chats, Stream.of(mail)).flatMap(s -> s).toList();
  }

  /// Anything that is sent until it is acknowledged.
  private interface Try {
    boolean acknowledged() throws InterruptedException;
  }

  private static void untilAcknowledged(Try attempt) throws InterruptedException {
    while (!attempt.acknowledged()) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private boolean pause(Random random, int longest) throws InterruptedException {
    return !over.await(1 + random.nextInt(longest), TimeUnit.MILLISECONDS);
  }

  private int onMessenger(String person, Random random) throws InterruptedException {
    int n = 0;
    while (pause(random, 250)) {
      String mid = "m_" + person + "_" + n;
      String body = MessengerSide.message(PAGE, person, mid, Questions.number(n));
      untilAcknowledged(() -> MessengerSide.bring(product.port(), body) == 200);
      books.acknowledged("messenger", mid);
      if (random.nextInt(10) == 0) {
        MessengerSide.bring(product.port(), body);
      }
      n++;
    }
    return n;
  }

  /// Slower than the one message a second that Telegram allows a bot in a chat.
  private int onTelegram(long chat, Random random) throws InterruptedException {
    int n = 0;
    while (pause(random, 2_500)) {
      long update = telegram.says(chat, Questions.number(n));
      untilAcknowledged(() -> telegram.awaitConfirmed(update, 1_000));
      books.acknowledged("telegram", TelegramSide.key(chat, update));
      n++;
    }
    return n;
  }

  /// Acknowledged is every mail up to the UID noted in the end, which are all; each comes from
  /// somebody else, because the bot writes to nobody more than five times an hour.
  private int byMail(Random random) throws InterruptedException {
    int n = 0;
    while (pause(random, 500)) {
      books.acknowledged("email", post.put(Questions.number(n)));
      n++;
    }
    return n;
  }

  private int onWeb(Random random) throws InterruptedException {
    JsonNode opened = opened();
    Map<String, String> token =
        Map.of("Authorization", "Bearer " + opened.path("token").asText());
    int n = 0;
    while (pause(random, 250)) {
      String clientId = opened.path("conversation").asText() + "-" + n;
      String body =
          "{\"clientId\":" + Web.quoted(clientId)
              + ",\"text\":" + Web.quoted(Questions.number(n)) + "}";
      untilAcknowledged(() -> sent(body, token) == 202);
      books.acknowledged("webchat", clientId);
      if (random.nextInt(10) == 0) {
        sent(body, token);
      }
      n++;
    }
    return n;
  }

  private JsonNode opened() throws InterruptedException {
    while (true) {
      var answer = Web.post(product.port(), "/api/chat", "{\"language\":\"cs\"}", Map.of());
      if (answer.status() == 201) {
        return answer.json();
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private int sent(String body, Map<String, String> token) throws InterruptedException {
    return Web.post(product.port(), "/api/chat/messages", body, token).status();
  }
}
