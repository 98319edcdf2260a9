package cz.okenko.knowledge.index;

import cz.okenko.knowledge.Language;
import java.util.Locale;

/// The parts of a subject that are kept apart in the index, each with its weight.
enum Part {
  TITLE(1, 2.5f),
  TERMS(2, 1.2f),
  PHRASES(4, 0.8f),
  BODY(8, 1.0f);

  private final byte bit;
  private final float weight;
  private final String prefix = name().toLowerCase(Locale.ROOT) + "-";

  Part(int bit, float weight) {
    this.bit = (byte) bit;
    this.weight = weight;
  }

  float weight() {
    return weight;
  }

  /// A bit of its own for sets of parts.
  byte bit() {
    return bit;
  }

  String field(Language language) {
    return prefix + language.code();
  }

  /// The bit of the part a field holds, 0 when it holds none.
  static byte bitOf(String field) {
    for (Part part : values()) {
      if (field.startsWith(part.prefix)) {
        return part.bit;
      }
    }
    return 0;
  }
}
