package cz.okenko.gateway.settings;

import cz.okenko.connectors.ChannelSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;

/// What the settings file says of one channel, and the secrets beside it.
final class ChannelSection implements ChannelSettings {
  private final String channel;
  private final boolean present;
  private final Section section;
  private final ChannelSections.Around around;

  ChannelSection(
      String channel, boolean present, Section section, ChannelSections.Around around) {
    this.channel = channel;
    this.present = present;
    this.section = section;
    this.around = around;
  }

  @Override
  public boolean present() {
    return present;
  }

  @Override
  public String text(String key, String otherwise) {
    return section.text(key, otherwise);
  }

  @Override
  public String secret(String key) {
    int before = around.faults().count();
    String secret = secretOrEmpty(key);
    if (secret.isEmpty() && around.faults().count() == before) {
      section.fault(
          key + "-file",
          "is missing; it names the file that holds the secret, else set " + variable(key));
    }
    return secret;
  }

  /// A secret that stands in the file itself is a fault and is not used.
  @Override
  public String secretOrEmpty(String key) {
    if (section.has(key)) {
      section.fault(
          key,
          "may not stand in this file; name a file that holds it with “"
              + key
              + "-file”, or set "
              + variable(key));
      return "";
    }
    String name = section.text(key + "-file", "");
    return name.isEmpty() ? around.variables().apply(variable(key)) : held(key, name);
  }

  private String held(String key, String name) {
    try {
      String secret = Files.readString(around.file().resolveSibling(name)).strip();
      if (secret.isEmpty()) {
        section.fault(key + "-file", "is an empty file");
      }
      return secret;
    } catch (IOException unreadable) {
      section.fault(key + "-file", "cannot be read");
      return "";
    }
  }

  @Override
  public boolean flag(String key, boolean otherwise) {
    return section.flag(key, otherwise);
  }

  @Override
  public int number(String key, int otherwise, int least, int most) {
    return section.number(key, otherwise, least, most);
  }

  @Override
  public List<String> texts(String key) {
    return section.texts(key);
  }

  /// Of a secret it names the place where the operator put it.
  @Override
  public void fault(String key, String reason) {
    String file = key + "-file";
    if (section.keys().contains(file)) {
      section.fault(file, "names a file with a secret that " + reason);
    } else if (!section.keys().contains(key) && !around.variables().apply(variable(key)).isEmpty()) {
      section.fault(key, "in " + variable(key) + " " + reason);
    } else {
      section.fault(key, reason);
    }
  }

  void finish() {
    section.finish();
  }

  private String variable(String key) {
    return ("OKENKO_" + channel + "_" + key).toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
