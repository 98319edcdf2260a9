package cz.okenko.gateway;

import cz.okenko.connectors.Address;
import cz.okenko.connectors.Attachment;
import cz.okenko.connectors.Connector;
import cz.okenko.connectors.ConnectorProvider.Surroundings;
import cz.okenko.connectors.Delivery;
import cz.okenko.connectors.Health;
import cz.okenko.connectors.InboundMessage;
import cz.okenko.connectors.InboundMessage.Handling;
import cz.okenko.connectors.Letter;
import cz.okenko.connectors.OutboundMessage;
import cz.okenko.connectors.Window;
import io.helidon.webserver.http.HttpRules;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// A platform inside the test: what citizens send by it reaches the gateway at once, and what the
/// office says can be awaited.
public final class Pigeons {
  private final LinkedBlockingQueue<OutboundMessage> arrived = new LinkedBlockingQueue<>();
  private final List<String> happened = new CopyOnWriteArrayList<>();
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final AtomicInteger messages = new AtomicInteger();
  private volatile Optional<Surroundings> surroundings = Optional.empty();
  private volatile Function<OutboundMessage, Delivery> platform = m -> new Delivery.Delivered();
  private volatile Window window = Window.UNLIMITED;
  private volatile Health health = Health.WELL;
  private volatile String key = "";
  private volatile boolean reachable = true;
  private volatile boolean encloses = true;
  private final LinkedBlockingQueue<Letter> letters = new LinkedBlockingQueue<>();

  /// What the gateway gave the connector.
  public Surroundings surroundings() {
    return surroundings.orElseThrow();
  }

  public Address address(String name) {
    return new Address("pigeon", name);
  }

  /// A citizen writes.
  public long says(String name, String text) {
    return says(name, text, Handling.ANSWER);
  }

  public long says(String name, String text, Handling handling, Attachment... attachments) {
    var message =
        new InboundMessage(
            address(name),
            "p" + messages.incrementAndGet(),
            text,
            "",
            "cs",
            surroundings().clock().instant(),
            handling,
            List.of(attachments));
    return surroundings().inbox().accept(message).message();
  }

  /// A file of that content, to be sent along.
  public Attachment file(String name, byte[] content) {
    files.put(name, content.clone());
    return new Attachment(name, "application/octet-stream", content.length, name);
  }

  /// Whether the platform can be reached for files.
  public void reachable(boolean now) {
    reachable = now;
  }

  /// Letters that arrived and were not read yet.
  public List<Letter> letters() {
    var all = new ArrayList<Letter>();
    letters.drainTo(all);
    return all;
  }

  /// Whether files of the office can be sent along.
  public void encloses(boolean now) {
    encloses = now;
  }

  public void loses(String name) {
    files.remove(name);
  }

  /// The next message of the office that arrives.
  public OutboundMessage hears() {
    try {
      OutboundMessage message = arrived.poll(20, TimeUnit.SECONDS);
      if (message == null) {
        throw new AssertionError("nothing arrived");
      }
      return message;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// What has arrived and was not heard yet.
  public List<OutboundMessage> rest() {
    var rest = new ArrayList<OutboundMessage>();
    arrived.drainTo(rest);
    return rest;
  }

  public void answers(Function<OutboundMessage, Delivery> behaviour) {
    platform = behaviour;
  }

  public void closesAfter(Window limited) {
    window = limited;
  }

  public void is(Health now) {
    health = now;
  }

  /// `routes`, `start`, `changed`, `close` as the gateway called them.
  public List<String> happened() {
    return List.copyOf(happened);
  }

  public String key() {
    return key;
  }

  void unlockedWith(String secret) {
    key = secret;
  }

  Connector connected(Surroundings given) {
    surroundings = Optional.of(given);
    return new Pigeon(this);
  }

  private record Pigeon(Pigeons loft) implements Connector {
    @Override
    public String channel() {
      return "pigeon";
    }

    @Override
    public void routes(HttpRules rules) {
      loft.happened.add("routes");
      rules.post("/connectors/pigeon", (request, response) -> response.status(204).send());
    }

    @Override
    public void start() {
      loft.happened.add("start");
    }

    @Override
    public Delivery deliver(OutboundMessage message) {
      Delivery delivery = loft.platform.apply(message);
      if (delivery instanceof Delivery.Delivered) {
        loft.arrived.add(message);
      }
      return delivery;
    }

    @Override
    public InputStream fetch(Attachment attachment) throws IOException {
      if (!loft.reachable) {
        throw new IOException("fog");
      }
      byte[] content = loft.files.get(attachment.reference());
      if (content == null) {
        throw new FileNotFoundException("no such file");
      }
      return new ByteArrayInputStream(content);
    }

    @Override
    public boolean encloses() {
      return loft.encloses;
    }

    @Override
    public Window window() {
      return loft.window;
    }

    @Override
    public boolean begins() {
      return true;
    }

    @Override
    public Optional<Address> begin(String contact, String subject) {
      return contact.contains("@") ? Optional.of(loft.address(contact)) : Optional.empty();
    }

    @Override
    public Delivery post(Letter letter) throws IOException {
      if (!loft.reachable) {
        throw new IOException("fog");
      }
      loft.letters.add(letter);
      return new Delivery.Delivered();
    }

    @Override
    public boolean reads(Address address, String contact) {
      return address.value().equals(contact);
    }

    @Override
    public Health health() {
      return loft.health;
    }

    @Override
    public void close() {
      loft.happened.add("close");
    }
  }
}
