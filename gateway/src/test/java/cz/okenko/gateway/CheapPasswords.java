package cz.okenko.gateway;

import cz.okenko.gateway.settings.AccessSettings;

/// Makes a try of a password cost next to nothing, because tests sign in all the time. What it really
/// costs is tried where the gateway is a process of its own, and with passwords themselves.
public final class CheapPasswords {
  private static final int KIB = 64;

  private CheapPasswords() {}

  public static AccessSettings in(AccessSettings settings) {
    return new AccessSettings(
        settings.auditKept(), settings.secondFactor(), settings.outside(), KIB);
  }

  public static Settings in(Settings settings) {
    return new Settings(
        settings.office(),
        settings.server(),
        settings.webChat(),
        settings.channels(),
        settings.dataFolder(),
        settings.scanner(),
        in(settings.access()),
        settings.hooks(),
        settings.translator(),
        settings.content(),
        settings.localFacts(),
        settings.sayings(),
        settings.adminPassword());
  }
}
