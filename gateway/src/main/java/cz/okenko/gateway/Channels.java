package cz.okenko.gateway;

import cz.okenko.connectors.Address;
import cz.okenko.connectors.Connector;
import cz.okenko.connectors.ConnectorProvider.Surroundings;
import cz.okenko.connectors.Delivery;
import cz.okenko.connectors.Health;
import cz.okenko.connectors.Inbox;
import cz.okenko.connectors.Letter;
import cz.okenko.connectors.SentFiles;
import cz.okenko.gateway.store.Notebooks;
import cz.okenko.gateway.web.ChannelHealth;
import cz.okenko.knowledge.Language;
import io.helidon.webserver.http.HttpRules;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// The channels that are switched on: those the settings ask for, and the web chat. In the order in which they were found, closed in the opposite one.
final class Channels implements AutoCloseable {
  private final SequencedMap<String, Connector> connectors;
  private final Notebooks notebooks;

  private Channels(SequencedMap<String, Connector> connectors, Notebooks notebooks) {
    this.connectors = connectors;
    this.notebooks = notebooks;
  }

  /// @param inbox where they put what citizens write
  /// @param counted what stands before each connector
  /// @param webChat made already, because it reads the transcript
  /// @param files what clerks sent along
  static Channels make(
      Common common,
      Inbox inbox,
      UnaryOperator<Connector> counted,
      Connector webChat,
      SentFiles files) {
    var notebooks = new Notebooks(common.store(), common.clock());
    SequencedMap<String, Connector> made = new LinkedHashMap<>();
    made.put(webChat.channel(), webChat);
    common.settings().channels().forEach(
        (channel, plan) -> {
          if (made.put(channel, plan.make(surroundings(common, inbox, notebooks, files, channel))) != null) {
            throw new IllegalStateException("two connectors want the channel " + channel);
          }
        });
    made.replaceAll((channel, connector) -> counted.apply(connector));
    return new Channels(made, notebooks);
  }

  /// A connector's notebook and its folder inside the data folder are its own.
  private static Surroundings surroundings(
      Common common, Inbox inbox, Notebooks notebooks, SentFiles files, String channel) {
    return new Surroundings(
        inbox,
        notebooks.of(channel),
        common.codes(),
        common.clock(),
        common.settings().dataFolder().resolve("channels").resolve(channel),
        common.settings().house(),
        files);
  }

  /// By the names of their channels.
  Map<String, Connector> connectors() {
    return Map.copyOf(connectors);
  }

  /// How each channel is, in the words of the office's clerks.
  Supplier<List<ChannelHealth>> health(Texts texts) {
    return () ->
        connectors.values().stream()
            .map(connector -> told(connector.channel(), connector.health(), texts))
            .toList();
  }

  private static ChannelHealth told(String channel, Health health, Texts texts) {
    String trouble = code(health.trouble());
    boolean well = health.trouble() == Health.Trouble.NONE;
    return new ChannelHealth(
        channel,
        code(health.state()),
        well ? "" : trouble,
        well ? "" : texts.text(Language.CS, "health." + trouble),
        health.lag());
  }

  private static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Says that there is news in a conversation of that address.
  void changed(Address address) {
    Connector connector = connectors.get(address.channel());
    if (connector != null) {
      connector.changed(address);
    }
  }

  /// Whether the office may write first on any of them.
  boolean begins() {
    return connectors.values().stream().anyMatch(Connector::begins);
  }

  /// Where whoever named a contact is written to, on the first channel it belongs to.
  Optional<Address> begin(String contact, String subject) {
    return connectors.values().stream()
        .flatMap(connector -> connector.begin(contact, subject).stream())
        .findFirst();
  }

  /// Sends a letter by the first channel that may write first.
  Delivery post(Letter letter) throws IOException {
    for (Connector connector : connectors.values()) {
      if (connector.begins()) {
        return connector.post(letter);
      }
    }
    return new Delivery.Refused(Delivery.Reason.CHANNEL_OFF);
  }

  /// Whether whoever is reached at an address reads what goes to the contact.
  boolean reads(Address address, String contact) {
    Connector connector = connectors.get(address.channel());
    return connector != null && connector.reads(address, contact);
  }

  /// Forgets what the channels remember of citizens who were not heard of for long.
  void forget() {
    while (notebooks.forget()) {
      // a round at a time, so that others can write between them
    }
  }

  /// Adds what platforms call.
  void routes(HttpRules rules) {
    connectors.values().forEach(connector -> connector.routes(rules));
  }

  /// Lets those work that ask their platform for news.
  void start() {
    connectors.values().forEach(Connector::start);
  }

  @Override
  public void close() {
    connectors.sequencedValues().reversed().forEach(Connector::close);
  }
}
