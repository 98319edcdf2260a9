package cz.okenko.gateway.settings;

import cz.okenko.connectors.ConnectorProvider;
import cz.okenko.connectors.ConnectorProvider.House;
import cz.okenko.connectors.ConnectorProvider.Plan;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/// The group `channels` of the settings file, each part read by its channel's provider.
final class ChannelSections {
  private final Section channels;
  private final Around around;

  /// What a part is read with; not a record's job to print.
  ///
  /// @param variables the environment, empty for what is not set
  record Around(Path file, Faults faults, UnaryOperator<String> variables) {}

  ChannelSections(Section channels, Around around) {
    this.channels = channels;
    this.around = around;
  }

  /// The channels that are asked for, in the order of their providers. Of one that is not only what its
  /// provider asks for is looked at. Without any provider nothing is looked at.
  SequencedMap<String, Plan> read(List<ConnectorProvider> providers, House house) {
    SequencedMap<String, Plan> plans = new LinkedHashMap<>();
    for (ConnectorProvider provider : providers) {
      String channel = provider.channel();
      var section =
          new ChannelSection(channel, channels.has(channel), channels.apart(channel), around);
      int before = around.faults().count();
      Optional<Plan> plan = provider.read(section, house);
      if (plan.isPresent() && plans.put(channel, plan.get()) != null) {
        throw new IllegalStateException("two connectors want the channel " + channel);
      }
      if (plan.isPresent() || around.faults().count() > before) {
        section.finish();
      }
    }
    if (!providers.isEmpty()) {
      channels.finish();
    }
    return Collections.unmodifiableSequencedMap(plans);
  }
}
