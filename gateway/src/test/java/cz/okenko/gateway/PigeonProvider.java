package cz.okenko.gateway;

import cz.okenko.connectors.ChannelSettings;
import cz.okenko.connectors.ConnectorProvider;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// A channel of the tests, found as every channel is: `channels: {pigeon: {loft: NAME}}` switches it
/// on, and [#loft] gives the test its platform.
public final class PigeonProvider implements ConnectorProvider {
  private static final Map<String, Pigeons> LOFTS = new ConcurrentHashMap<>();

  @Override
  public String channel() {
    return "pigeon";
  }

  /// The platform of that name, the same for every gateway that names it.
  public static Pigeons loft(String name) {
    return LOFTS.computeIfAbsent(name, n -> new Pigeons());
  }

  @Override
  public Optional<Plan> read(ChannelSettings settings, House house) {
    if (!settings.flag("on", settings.present())) {
      return Optional.empty();
    }
    Pigeons pigeons = loft(settings.text("loft", ""));
    if (settings.flag("locked", false)) {
      pigeons.unlockedWith(settings.secret("key"));
    }
    if (settings.number("feathers", 2, 0, 9) < 2) {
      settings.fault("feathers", "are too few to fly");
    }
    return Optional.of(pigeons::connected);
  }
}
