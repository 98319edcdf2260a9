package cz.okenko.connectors.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import cz.okenko.connectors.Health.Trouble;
import cz.okenko.connectors.telegram.BotApi.Reply;
import cz.okenko.connectors.telegram.BotApi.Reply.Failed;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The line to Telegram on which news come: signs in, and knows what each refusal means for the
/// channel's health.
final class Link {
  /// The kinds of updates we can do something with (TG-11); what else may still come, is kept.
  static final List<String> KINDS =
      List.of("message", "edited_message", "callback_query", "my_chat_member");

  private final Bot bot;
  private final Pace pace;
  private final Reading reading;
  private final Progress progress;
  private final Pauses pauses;

  Link(Bot bot, Pace pace, Reading reading, Progress progress, Pauses pauses) {
    this.bot = bot;
    this.pace = pace;
    this.reading = reading;
    this.progress = progress;
    this.pauses = pauses;
  }

  Instant now() {
    return bot.clock().instant();
  }

  /// Learns the bot's name and switches to one way of getting news; gives false when Telegram
  /// refused.
  boolean open(String method, Map<String, ?> parameters) throws IOException {
    Reply me = call("getMe", Map.of(), Duration.ZERO);
    if (me instanceof Reply.Done(JsonNode user) && !user.path("username").asText("").isEmpty()) {
      String name = user.path("username").asText();
      reading.name(name);
      if (!progress.name().orElse("").equals(name)) {
        progress.name(name);
      }
    }
    for (Reply reply : List.of(me, call(method, parameters, Duration.ZERO))) {
      if (reply instanceof Failed failed) {
        failed(failed);
        return false;
      }
    }
    return true;
  }

  Reply call(String method, Map<String, ?> parameters, Duration held) throws IOException {
    return bot.api().call(method, parameters, held);
  }

  /// What a refusal of our question for news means. Waits as long as Telegram tells to wait
  /// (TG-08); gives whether it may be asked again at once.
  boolean failed(Failed failed) {
    trouble(kind(failed));
    if (failed.code() == 429) {
      pace.hold(failed.pause());
      return pauses.pause(failed.pause());
    }
    return false;
  }

  /// 409: another program asks with the same token, or has set a webhook.
  private static Trouble kind(Failed failed) {
    return switch (failed.code()) {
      case 401, 403, 404 -> Trouble.NOT_SIGNED_IN;
      case 409 -> Trouble.READ_ELSEWHERE;
      case 429 -> Trouble.SLOWED_DOWN;
      default -> Trouble.UNREACHABLE;
    };
  }

  void trouble(Trouble trouble) {
    bot.condition().trouble(Condition.Side.READING, trouble);
  }

  /// Our own store took nothing.
  void notStored() {
    bot.condition().trouble(Condition.Side.STORING, Trouble.NOT_STORED);
  }

  void stored() {
    bot.condition().well(Condition.Side.STORING);
  }

  void well() {
    bot.condition().well(Condition.Side.READING);
  }
}
