package cz.okenko.gateway;

import cz.okenko.connectors.Connector;
import cz.okenko.connectors.Health;
import cz.okenko.connectors.webchat.WebChatConnector;
import cz.okenko.gateway.conversation.Conversations;
import cz.okenko.gateway.conversation.QueueId;
import cz.okenko.gateway.conversation.Utterance;
import cz.okenko.gateway.directory.Agenda;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.store.Store;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/// What is counted. Names carry no text of anybody, only channels, agendas, outcomes and counts.
final class Metrics {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  Metrics() {
    new JvmMemoryMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  /// A citizen's message was stored.
  void received(String channel) {
    registry.counter("okenko.messages.received", "channel", channel).increment();
  }

  /// Something was said; what the bot says counts by its outcome.
  void said(Utterance utterance) {
    String outcome = utterance.card().outcome();
    if (!outcome.isEmpty()) {
      registry.counter("okenko.answers", "outcome", outcome).increment();
    }
  }

  /// The same connector, its deliveries counted by what became of them.
  Connector counted(Connector connector) {
    return new CountedConnector(connector, registry);
  }

  /// What is asked of its owners when the metrics are read.
  void watch(
      Store store,
      WebChatConnector webChat,
      Office office,
      Conversations conversations,
      Channels channels) {
    watch(store);
    channels.connectors().values().forEach(this::watch);
    watch(office, conversations);
    Gauge.builder("okenko.webchat.streams", webChat::streams)
        .description("Open event streams of the web chat")
        .register(registry);
  }

  /// Whether a channel works, and how far it is behind its platform.
  private void watch(Connector connector) {
    Gauge.builder(
            "okenko.channel.connected",
            () -> connector.health().state() == Health.State.CONNECTED ? 1 : 0)
        .tag("channel", connector.channel())
        .register(registry);
    Gauge.builder("okenko.channel.lag.seconds", () -> connector.health().lag().toSeconds())
        .tag("channel", connector.channel())
        .register(registry);
  }

  /// Units divided by commits is the size of the writer's groups.
  private void watch(Store store) {
    FunctionCounter.builder("okenko.writer.commits", store, s -> s.pace().commits())
        .register(registry);
    FunctionCounter.builder("okenko.writer.units", store, s -> s.pace().units())
        .register(registry);
    Gauge.builder("okenko.writer.synchronous", store::synchronous)
        .description("2 when every commit is on the disk")
        .register(registry);
    Gauge.builder("okenko.writer.waiting", () -> store.pace().waiting()).register(registry);
  }

  /// How many wait for a clerk, by agenda.
  private void watch(Office office, Conversations conversations) {
    for (Agenda agenda : office.agendas()) {
      var queue = new QueueId(agenda.id());
      Gauge.builder("okenko.queue.waiting", () -> conversations.waitingIn(queue).size())
          .tag("agenda", agenda.id())
          .register(registry);
    }
  }

  PrometheusMeterRegistry registry() {
    return registry;
  }
}
