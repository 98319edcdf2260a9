package cz.okenko.gateway.directory;

import java.nio.file.Path;

/// What an office may change of the look: its logo and three colours in each theme.
public record Brand(Logo logo, Palette light, Palette dark) {

  /// The look of an office that sets nothing.
  public static final Brand PLAIN =
      new Brand(
          new Logo.Shipped(),
          Palette.of("#14507A", "#FFFFFF", "#E4EEF5"),
          Palette.of("#7CC0F0", "#0C1A26", "#1E3344"));

  /// The least contrast of a text with its ground.
  /// Source: WCAG 2.2, success criterion 1.4.3.
  public static final double LEAST_CONTRAST = 4.5;

  public sealed interface Logo {
    /// The mark of Okénko itself.
    record Shipped() implements Logo {}

    /// An SVG file of the office.
    record File(Path path) implements Logo {}
  }

  /// `action` colours what one can do, `actionInk` is the text on it, `actionSoft` the ground of own
  /// messages and selections.
  public record Palette(Colour action, Colour actionInk, Colour actionSoft) {
    public static Palette of(String action, String actionInk, String actionSoft) {
      return new Palette(Colour.of(action), Colour.of(actionInk), Colour.of(actionSoft));
    }

    /// Whether the text on buttons can be read by everybody.
    public boolean readable() {
      return action.contrast(actionInk) >= LEAST_CONTRAST;
    }
  }
}
