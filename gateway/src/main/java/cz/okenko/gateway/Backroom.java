package cz.okenko.gateway;

import cz.okenko.gateway.Chores.Chore;
import cz.okenko.gateway.attachment.Collector;
import cz.okenko.gateway.attachment.FileStorage;
import cz.okenko.gateway.conversation.Conversations;
import cz.okenko.gateway.handoff.Absences;
import cz.okenko.gateway.handoff.Bridge;
import cz.okenko.gateway.handoff.ConsoleFeed;
import cz.okenko.gateway.handoff.Returns;
import java.time.Duration;
import java.util.List;

/// What is done behind the counter, without anybody asking: fetching files, telling clerks what did
/// not arrive, citizens that a window closes, and missing clerks who are gone.
final class Backroom implements AutoCloseable {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private final FileStorage files;
  private final Collector collector;
  private final Chores chores;

  Backroom(
      Common common, Channels channels, ConsoleFeed feed, Absences absences, Texts texts) {
    Conversations conversations = common.conversations();
    this.files = common.settings().files();
    this.collector =
        new Collector(
            new Collector.Parts(
                common.store(),
                channels.connectors(),
                files,
                common.clock(),
                message -> changed(conversations, feed, message)));
    var returns = new Returns(common.store(), conversations, texts, common.clock());
    var bridge =
        new Bridge(
            new Bridge.Parts(
                common.store(),
                conversations,
                channels.connectors().values(),
                common.codes(),
                common.settings().office(),
                common.settings().server().publicUrl(),
                texts,
                common.clock()));
    this.chores =
        new Chores(
            List.of(
                new Chore("telling of returns", SECOND, returns::sweep),
                new Chore("fetching files", SECOND, collector::round),
                new Chore("missing clerks who are gone", TEN_SECONDS, absences::sweep),
                new Chore("forgetting citizens long gone", HOUR, channels::forget),
                new Chore("forgetting unknown events", HOUR, conversations::forgetUnknown),
                new Chore("telling that a window closes", MINUTE, bridge::round)));
  }

  private static void changed(Conversations conversations, ConsoleFeed feed, long message) {
    conversations.holding(message).flatMap(conversations::find).ifPresent(feed::changed);
  }

  /// Where citizens' files are.
  FileStorage files() {
    return files;
  }

  void start() {
    collector.start();
    chores.start();
  }

  @Override
  public void close() {
    chores.close();
    collector.close();
  }
}
