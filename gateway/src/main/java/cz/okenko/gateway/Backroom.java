package cz.okenko.gateway;

import cz.okenko.gateway.Chores.Chore;
import cz.okenko.gateway.access.Access;
import cz.okenko.gateway.attachment.Collector;
import cz.okenko.gateway.attachment.DraftFiles;
import cz.okenko.gateway.attachment.FileStorage;
import cz.okenko.gateway.citizen.Eraser;
import cz.okenko.gateway.conversation.Conversations;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.handoff.Bridge;
import cz.okenko.gateway.handoff.ConsoleFeed;
import cz.okenko.gateway.handoff.Escalations;
import cz.okenko.gateway.handoff.Returns;
import cz.okenko.gateway.handoff.Snoozes;
import cz.okenko.gateway.handoff.Ways;
import cz.okenko.gateway.hook.Addresses;
import cz.okenko.gateway.hook.Dispatcher;
import cz.okenko.gateway.hook.Hooks;
import cz.okenko.gateway.search.TranscriptIndex;
import cz.okenko.gateway.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// What is done behind the counter, without anybody asking: fetching files, telling clerks what did
/// not arrive, citizens that a window closes, other programs what happened, and missing clerks who are
/// gone.
final class Backroom implements AutoCloseable {
  private static final Duration QUARTER = Duration.ofMillis(250);
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final Duration HOUR = Duration.ofHours(1);

  private final FileStorage files;
  private final Collector collector;
  private final DraftFiles draftFiles;
  private final Hooks hooks;
  private final Dispatcher dispatcher;
  private final Eraser eraser;
  private final Chores chores;

  Backroom(
      Common common, Channels channels, Staffing staffing, Access access, Ways ways) {
    Texts texts = ways.texts();
    Conversations conversations = common.conversations();
    ConsoleFeed feed = staffing.feed();
    this.files = common.settings().files();
    this.collector =
        new Collector(
            new Collector.Parts(
                common.store(),
                channels.connectors(),
                files,
                common.clock(),
                message -> changed(conversations, feed, message)));
    this.draftFiles = new DraftFiles(common.store(), common.ids(), files, common.clock());
    var addresses = new Addresses(common.settings().hooks().internalAddresses());
    this.hooks =
        new Hooks(common.store(), common.ids(), common.clock(), access.audit(), addresses);
    this.dispatcher = new Dispatcher(common.store(), addresses, common.clock());
    var returns = new Returns(common.store(), conversations, texts, common.clock());
    var bridge = bridge(common, ways);
    this.eraser = eraser(common, channels, access, files);
    var chores = new ArrayList<>(atTheDesks(common, staffing, texts));
    chores.addAll(
        List.of(
            new Chore("telling of returns", SECOND, returns::sweep),
            new Chore("fetching files", SECOND, collector::round),
            new Chore("telling other programs", SECOND, dispatcher::round),
            new Chore("telling that a window closes", MINUTE, bridge::round)));
    chores.addAll(
        List.of(
            new Chore("forgetting citizens long gone", HOUR, channels::forget),
            new Chore("forgetting old entries of the audit", HOUR, access::forget),
            new Chore("removing what was erased", MINUTE, eraser::sweep),
            new Chore("writing the database anew", TEN_MINUTES, eraser::compact),
            new Chore("forgetting files nobody sent", HOUR, draftFiles::forget),
            new Chore("forgetting unknown events", HOUR, conversations::forgetUnknown),
            new Chore("forgetting what other programs were told", HOUR, dispatcher::forget)));
    this.chores = new Chores(chores);
  }

  private static Bridge bridge(Common common, Ways ways) {
    return new Bridge(
        new Bridge.Parts(
            common.store(),
            common.conversations(),
            common.codes(),
            common.settings().office(),
            common.settings().server().publicUrl(),
            ways,
            common.clock()));
  }

  /// What is done so that clerks miss nobody.
  private static List<Chore> atTheDesks(Common common, Staffing staffing, Texts texts) {
    Store store = common.store();
    Conversations conversations = common.conversations();
    Office office = common.settings().office();
    InstantSource clock = common.clock();
    var snoozes = new Snoozes(store, conversations, staffing.presence(), texts, clock);
    var escalations = new Escalations(store, conversations, staffing.feed(), office, clock);
    var index = new TranscriptIndex(store);
    return List.of(
        new Chore("missing clerks who are gone", TEN_SECONDS, staffing.absences()::sweep),
        new Chore("reading anew who is blocked", TEN_SECONDS, conversations.blocks()::refresh),
        new Chore("offering those who wait", SECOND, staffing.offers()::sweep),
        new Chore("reading the directory anew", TEN_SECONDS, staffing.roster()::refresh),
        new Chore("bringing back what was put off", TEN_SECONDS, snoozes::sweep),
        new Chore("telling of promises not kept", TEN_SECONDS, escalations::sweep),
        new Chore("following transcripts", QUARTER, index::follow));
  }

  private static void changed(Conversations conversations, ConsoleFeed feed, long message) {
    conversations.holding(message).flatMap(conversations::find).ifPresent(feed::changed);
  }

  private static Eraser eraser(
      Common common, Channels channels, Access access, FileStorage files) {
    return new Eraser(
        new Eraser.Parts(
            common.store(),
            common.ids(),
            common.conversations(),
            files,
            new TranscriptIndex(common.store()),
            channels.connectors(),
            access.audit(),
            common.settings().office().calendar(),
            common.clock()));
  }

  /// Who erases what is known of a citizen.
  Eraser eraser() {
    return eraser;
  }

  /// Where citizens' files are.
  FileStorage files() {
    return files;
  }

  /// Files clerks are about to send.
  DraftFiles draftFiles() {
    return draftFiles;
  }

  /// Other programs that are told what happens.
  Hooks hooks() {
    return hooks;
  }

  void start() {
    collector.start();
    chores.start();
  }

  @Override
  public void close() {
    chores.close();
    dispatcher.close();
    collector.close();
  }
}
