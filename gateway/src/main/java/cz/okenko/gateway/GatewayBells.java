package cz.okenko.gateway;

import cz.okenko.connectors.Address;
import cz.okenko.connectors.Delivery;
import cz.okenko.connectors.Letter;
import cz.okenko.gateway.conversation.Bells;
import cz.okenko.gateway.conversation.CitizenView;
import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.ConversationState.Waiting;
import cz.okenko.gateway.conversation.Conversations;
import cz.okenko.gateway.conversation.Utterance;
import cz.okenko.gateway.delivery.Courier;
import cz.okenko.gateway.dialogue.Dialogue;
import cz.okenko.gateway.handoff.ConsoleFeed;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Tells everyone who must know what was just committed, and lets the web chat reach the other channels. The listeners stand on the conversations
/// they listen to, so they are tied on once, before the server starts.
final class GatewayBells implements Bells, CitizenView.Mail {
  private final CompletableFuture<Listeners> listeners = new CompletableFuture<>();
  private final Metrics metrics;

  GatewayBells(Metrics metrics) {
    this.metrics = metrics;
  }

  /// Who is told.
  record Listeners(
      Conversations conversations,
      Dialogue dialogue,
      Courier courier,
      ConsoleFeed feed,
      Channels channels) {}

  void tie(Listeners all) {
    listeners.complete(all);
  }

  @Override
  public boolean possible() {
    return listeners.join().channels.begins();
  }

  @Override
  public Optional<Address> begin(String contact, String subject) {
    return listeners.join().channels.begin(contact, subject);
  }

  @Override
  public Delivery post(Letter letter) throws IOException {
    return listeners.join().channels.post(letter);
  }

  @Override
  public boolean reads(Address address, String contact) {
    return listeners.join().channels.reads(address, contact);
  }

  @Override
  public void received(Conversation conversation) {
    Listeners told = listeners.join();
    metrics.received(conversation.address().channel());
    told.dialogue.wake(conversation.id());
    told.feed.changed(conversation);
  }

  @Override
  public void answered(Conversation conversation) {
    metrics.received(conversation.address().channel());
  }

  @Override
  public void passed(Conversation conversation) {
    listeners.join().dialogue.wake(conversation.id());
  }

  @Override
  public void posted() {
    listeners.join().courier.wake();
  }

  @Override
  public void said(Utterance utterance) {
    metrics.said(utterance);
  }

  @Override
  public void changed(Conversation before, Conversation after) {
    Listeners told = listeners.join();
    told.channels.changed(after.address());
    told.feed.changed(after);
    boolean leftTheQueue = !before.state().equals(after.state());
    if (leftTheQueue && before.state() instanceof Waiting waiting) {
      told.conversations.waitingIn(waiting.queue()).forEach(told.channels::changed);
    }
  }
}
