package cz.okenko.gateway.settings;

import cz.okenko.connectors.ChannelSettings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// The group `channels` of the settings file. Each connector reads its own part when it is made, so
/// what is wrong there is told later than the rest: by [#finish].
public final class ChannelSections {
  private final Section channels;
  private final Around around;
  private final Map<String, ChannelSection> read = new LinkedHashMap<>();

  /// What a part is read with; not a record's job to print.
  ///
  /// @param variables the environment, empty for what is not set
  record Around(Path file, Faults faults, UnaryOperator<String> variables) {}

  ChannelSections(Section channels, Around around) {
    this.channels = channels;
    this.around = around;
  }

  /// What the file says of one channel.
  public ChannelSettings of(String channel) {
    return read.computeIfAbsent(
        channel,
        name ->
            new ChannelSection(name, channels.has(name), channels.apart(name), around));
  }

  /// Throws [SettingsException] when anything of it cannot be used: a channel nobody knows, a key
  /// nobody asked for, and whatever the connectors refused.
  ///
  /// @param off channels that are not used; their other keys are not looked at
  public void finish(Set<String> off) {
    channels.finish();
    read.forEach(
        (channel, section) -> {
          if (!off.contains(channel)) {
            section.finish();
          }
        });
    if (!around.faults().none()) {
      throw around.faults().exception();
    }
  }
}
