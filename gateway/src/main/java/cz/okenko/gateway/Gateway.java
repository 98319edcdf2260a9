package cz.okenko.gateway;

import cz.okenko.connectors.Connector;
import cz.okenko.connectors.webchat.WebChatConnector;
import cz.okenko.gateway.access.Access;
import cz.okenko.gateway.access.AdminAccount;
import cz.okenko.gateway.access.ConsoleGuard;
import cz.okenko.gateway.access.Presence;
import cz.okenko.gateway.attachment.Sending;
import cz.okenko.gateway.conversation.CitizenView.Place;
import cz.okenko.gateway.conversation.CitizenView;
import cz.okenko.gateway.conversation.Conversations.Manner;
import cz.okenko.gateway.conversation.Conversations;
import cz.okenko.gateway.conversation.OneTimeCodes;
import cz.okenko.gateway.delivery.Courier;
import cz.okenko.gateway.dialogue.Dialogue;
import cz.okenko.gateway.dialogue.PromptInbox;
import cz.okenko.gateway.directory.HoursInWords;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.directory.OfficeDoor;
import cz.okenko.gateway.handoff.AidsApi;
import cz.okenko.gateway.handoff.ConsoleApi;
import cz.okenko.gateway.handoff.ConsoleFeed;
import cz.okenko.gateway.handoff.ConsoleJson;
import cz.okenko.gateway.handoff.Counter;
import cz.okenko.gateway.handoff.Promises;
import cz.okenko.gateway.handoff.Queues;
import cz.okenko.gateway.handoff.Ways;
import cz.okenko.gateway.publishing.PeopleApi;
import cz.okenko.gateway.publishing.PublicOffice;
import cz.okenko.gateway.publishing.SituationsApi;
import cz.okenko.gateway.roster.Roster;
import cz.okenko.gateway.store.Ids;
import cz.okenko.gateway.store.Store;
import cz.okenko.gateway.web.AnswerApi;
import cz.okenko.gateway.web.OfficeApi;
import cz.okenko.gateway.web.OperationsApi;
import cz.okenko.gateway.web.Proxies;
import cz.okenko.gateway.web.Server;
import cz.okenko.knowledge.KnowledgeBase;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Set;

/// One office's gateway: everything is made here, in order of need, and nowhere else.
public final class Gateway implements AutoCloseable {
  private final Store store;
  private final KnowledgeBase knowledge;
  private final Dialogue dialogue;
  private final Courier courier;
  private final Backroom backroom;
  private final ConsoleFeed feed;
  private final WebChatConnector webChat;
  private final Channels channels;
  private final Server server;
  private final AdminAccount admin;

  private Gateway(Settings settings, InstantSource clock) {
    Office office = settings.office();
    Texts texts = Texts.load();
    this.store = Store.open(settings.dataFolder().resolve("okenko.db"));
    Ids ids = new Ids(clock);
    this.knowledge = settings.openKnowledge(store, clock);
    var door = new OfficeDoor(office.calendar(), new HoursInWords(texts), clock);
    var metrics = new Metrics();
    var bells = new GatewayBells(metrics);
    var access = new Access(store, ids, clock, settings.access());
    var roster = new Roster(store, office, clock, access.clerks());
    var queues = new Queues(office, knowledge, roster::staffs);
    var conversations = new Conversations(store, ids, clock, manner(office, queues), bells);
    var sending = new Sending(store, settings.files());
    var view = new CitizenView(store, conversations, new Place(office, door, texts, bells, sending, ids), clock);
    var proxies = new Proxies(settings.server().trustedProxies());
    var common = new Common(settings, store, ids, conversations, new OneTimeCodes(store, clock), texts, clock);
    var ways = new Ways(WebChatConnector.CHANNEL, this::connectors, texts);
    this.dialogue = new Responders(common, door, ways, roster).dialogue(knowledge, queues);
    var inbox = new PromptInbox(conversations, dialogue);
    this.webChat = settings.webChat(inbox, view, clock, proxies::client);
    this.channels = Channels.make(common, inbox, metrics::counted, webChat, sending);
    this.courier = new Courier(store, channels.connectors(), sending::of, clock);
    this.feed = new ConsoleFeed(clock);
    bells.tie(new GatewayBells.Listeners(conversations, dialogue, courier, feed, channels));
    metrics.watch(store, webChat, office, conversations, channels);
    this.admin = access.follow(office, settings.adminPassword());
    var presence = new Presence(store, clock);
    var guard = new ConsoleGuard(access, presence, settings.server().publicUrl());
    var staffing = Staffing.of(common, roster, presence, queues, feed);
    this.backroom = new Backroom(common, channels, staffing, access, ways);
    var counter = new Counter(conversations, queues, texts, clock, access.audit());
    var console = new ConsoleApi.Parts(store, conversations, counter, feed, guard, access.audit());
    var publicly = settings.publicly(door, texts, knowledge, clock);
    var aids = new AidsApi.Parts(console, ids, office, door, queues, knowledge, publicly.publicUrl());
    var json = new ConsoleJson(queues, new Promises(office), texts, channels.connectors());
    var plan = staffing.routes(plan(settings, metrics, publicly, roster), console, json);
    this.server = new ConsoleRoutes(common, console, access, proxies::client).on(plan, json, backroom, aids).build();
  }

  private Collection<Connector> connectors() {
    return channels.connectors().values();
  }

  private static Manner manner(Office office, Queues queues) {
    return new Manner(office.language(), Set.of(WebChatConnector.CHANNEL), queues.general());
  }

  /// What citizens, channels and the operator ask for.
  private Server.Plan plan(Settings settings, Metrics metrics, PublicOffice publicly, Roster roster) {
    return new Server.Plan(settings.server(), settings.office().brand(), metrics.registry())
        .channels(webChat.originFilter(), channels::routes)
        .service("/", new AnswerApi(knowledge))
        .service("/", new OperationsApi(store, metrics.registry(), channels.health(publicly.texts())))
        .service("/", new OfficeApi(publicly.office(), publicly.door(), knowledge))
        .service("/", new SituationsApi(publicly))
        .service("/", new PeopleApi(publicly, roster::people, roster::photograph));
  }

  /// Opens the database, loads the content, takes up what an earlier process left, and listens.
  public static Gateway start(Settings settings, InstantSource clock) {
    var gateway = new Gateway(settings, clock);
    gateway.courier.start();
    gateway.dialogue.start();
    gateway.backroom.start();
    gateway.channels.start();
    gateway.server.start();
    return gateway;
  }

  /// What the operator must be told about the first admin.
  public AdminAccount admin() {
    return admin;
  }

  public int port() {
    return server.port();
  }

  /// Stops listening, lets what is under way finish, and closes the database last.
  @Override
  public void close() {
    webChat.close();
    feed.close();
    server.close();
    backroom.close();
    dialogue.close();
    courier.close();
    channels.close();
    knowledge.close();
    store.close();
  }
}
