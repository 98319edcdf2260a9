package cz.okenko.gateway;

import cz.okenko.connectors.Address;
import cz.okenko.connectors.Connector;
import cz.okenko.connectors.Delivery;
import cz.okenko.connectors.OutboundMessage;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;

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
  public void changed(Address address) {
    connector.changed(address);
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
