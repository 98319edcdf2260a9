package cz.okenko.connectors;

import java.time.Duration;

/// How long after the citizen's last message the office may write on a channel.
///
/// @param anyone for whatever the office says, its bot included
/// @param person for what a person at the office wrote; never shorter than `anyone`
public record Window(Duration anyone, Duration person) {
  private static final Duration FOR_EVER = Duration.ofDays(36_500);

  public static final Window UNLIMITED = new Window(FOR_EVER, FOR_EVER);

  /// Whether it closes at all.
  public boolean limited() {
    return person.compareTo(FOR_EVER) < 0;
  }
}
