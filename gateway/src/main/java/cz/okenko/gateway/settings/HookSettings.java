package cz.okenko.gateway.settings;

/// Where hooks may lead.
///
/// @param internalAddresses whether also to this computer and into private networks
public record HookSettings(boolean internalAddresses) {

  static HookSettings read(Section section) {
    return new HookSettings(section.flag("internal-addresses", false));
  }
}
