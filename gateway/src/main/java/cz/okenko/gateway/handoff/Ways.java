package cz.okenko.gateway.handoff;

import cz.okenko.connectors.Connector;
import cz.okenko.gateway.Texts;
import cz.okenko.knowledge.Language;
import java.util.Collection;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The apps in which a citizen can go on with the same matter.
///
/// @param page the channel of the web chat: whoever closes it is out of reach
/// @param channels all that are on, asked anew each time
public record Ways(String page, Supplier<Collection<Connector>> channels, Texts texts) {

  /// Whether somebody on that channel would be reached better in an app, and there is one.
  boolean leadAwayFrom(String channel) {
    return channel.equals(page) && apps(channel).anyMatch(app -> app.entrance("").isPresent());
  }

  /// A line for each, with a link that brings the code along; empty when there is none.
  String from(String channel, String code, Language language) {
    var lines = new StringBuilder();
    apps(channel)
        .forEach(
            app ->
                app.entrance(code)
                    .map(link -> texts.text(language, "bridge." + app.channel(), link))
                    .ifPresent(words -> lines.append("- ").append(words).append('\n')));
    return lines.toString();
  }

  private Stream<Connector> apps(String channel) {
    return channels.get().stream()
        .filter(one -> !one.channel().equals(channel) && texts.has("bridge." + one.channel()));
  }
}
