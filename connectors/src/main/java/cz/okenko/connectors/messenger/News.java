package cz.okenko.connectors.messenger;

import cz.okenko.connectors.Event;
import cz.okenko.connectors.InboundMessage;
import java.time.Instant;

/// One thing the platform told, ready to be stored.
sealed interface News {

  /// What keeps its order: the citizen it is about.
  String about();

  /// When it happened.
  Instant at();

  /// A citizen wrote.
  record Written(InboundMessage message) implements News {
    @Override
    public String about() {
      return message.address().value();
    }

    @Override
    public Instant at() {
      return message.sentAt();
    }
  }

  /// A piece of a message of ours went over the wire (FB-06).
  record Echoed(Place place, Metadata metadata, Instant at) implements News {
    @Override
    public String about() {
      return place.address().value();
    }
  }

  /// Anything else.
  record Told(String about, Event event, Instant at) implements News {}

  /// The platform restricted the page, or lets it go on.
  record Policed(String page, boolean restricted, Event event, Instant at) implements News {
    @Override
    public String about() {
      return page;
    }
  }
}
