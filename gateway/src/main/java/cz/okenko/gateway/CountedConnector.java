package cz.okenko.gateway;

import cz.okenko.connectors.Address;
import cz.okenko.connectors.Attachment;
import cz.okenko.connectors.Connector;
import cz.okenko.connectors.Delivery;
import cz.okenko.connectors.Health;
import cz.okenko.connectors.Letter;
import cz.okenko.connectors.OutboundMessage;
import cz.okenko.connectors.Window;
import io.helidon.webserver.http.HttpRules;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/// Counts what became of a connector's deliveries; one that could not be reached counts as failed.
final class CountedConnector implements Connector {
  private final Connector connector;
  private final MeterRegistry registry;

  CountedConnector(Connector connector, MeterRegistry registry) {
    this.connector = connector;
    this.registry = registry;
  }

  @Override
  public String channel() {
    return connector.channel();
  }

  @Override
  public Delivery deliver(OutboundMessage message) throws IOException {
    try {
      Delivery delivery = connector.deliver(message);
      count(result(delivery));
      return delivery;
    } catch (IOException e) {
      count("failed");
      throw e;
    }
  }

  @Override
  public void routes(HttpRules rules) {
    connector.routes(rules);
  }

  @Override
  public void start() {
    connector.start();
  }

  @Override
  public Duration confirmsWithin() {
    return connector.confirmsWithin();
  }

  @Override
  public InputStream fetch(Attachment attachment) throws IOException {
    return connector.fetch(attachment);
  }

  @Override
  public boolean encloses() {
    return connector.encloses();
  }

  @Override
  public int longest() {
    return connector.longest();
  }

  @Override
  public Window window() {
    return connector.window();
  }

  @Override
  public Optional<URI> entrance(String code) {
    return connector.entrance(code);
  }

  @Override
  public boolean begins() {
    return connector.begins();
  }

  @Override
  public Optional<Address> begin(String contact, String subject) {
    return connector.begin(contact, subject);
  }

  @Override
  public Delivery post(Letter letter) throws IOException {
    return connector.post(letter);
  }

  @Override
  public boolean reads(Address address, String contact) {
    return connector.reads(address, contact);
  }

  @Override
  public Health health() {
    return connector.health();
  }

  @Override
  public void changed(Address address) {
    connector.changed(address);
  }

  @Override
  public void forget(Address address, Collection<String> externalIds) throws IOException {
    connector.forget(address, externalIds);
  }

  @Override
  public void close() {
    connector.close();
  }

  private static String result(Delivery delivery) {
    return switch (delivery) {
      case Delivery.Delivered _ -> "delivered";
      case Delivery.Deferred _ -> "deferred";
      case Delivery.Refused _ -> "refused";
    };
  }

  private void count(String result) {
    registry.counter("okenko.deliveries", "channel", channel(), "result", result).increment();
  }
}
