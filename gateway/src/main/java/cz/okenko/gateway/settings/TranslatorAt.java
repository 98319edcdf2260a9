package cz.okenko.gateway.settings;

import java.net.URI;
import java.time.Duration;

/// Who translates for clerks.
public sealed interface TranslatorAt {

  /// Nobody; nothing is offered.
  record Nowhere() implements TranslatorAt {}

  /// A service that speaks as LibreTranslate does.
  ///
  /// @param key possibly empty
  /// @param patience how long it may take
  /// @param longest characters of one text (UTF-16 units)
  record Libre(URI url, String key, Duration patience, int longest) implements TranslatorAt {
    /// The key is a secret.
    @Override
    public String toString() {
      return "a translator at " + url;
    }
  }

  /// `key` comes from the environment.
  static TranslatorAt read(Section section, String key) {
    String url = section.text("url", "").replaceAll("/+$", "");
    int seconds = section.number("time-limit", 10, 1, 60);
    int longest = section.number("most-characters", 4_000, 100, 20_000);
    if (url.isEmpty()) {
      return new Nowhere();
    }
    if (!url.matches("https?://[^\\s?#]+")) {
      section.fault("url", "must be a web address, such as “https://preklad.vzorov.example”");
      return new Nowhere();
    }
    return new Libre(URI.create(url), key, Duration.ofSeconds(seconds), longest);
  }
}
