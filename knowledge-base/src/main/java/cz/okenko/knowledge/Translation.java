package cz.okenko.knowledge;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What a life situation says in another language or in plain Czech. Facts are named, never
/// repeated. `written` is the day it was last compared with the Czech text.
public record Translation(
    Slug slug,
    Variant variant,
    String title,
    LocalDate written,
    List<String> phrases,
    Ask ask,
    Map<Section, String> sections) {

  public Translation {
    phrases = List.copyOf(phrases);
    Map<Section, String> ordered = new EnumMap<>(Section.class);
    ordered.putAll(sections);
    sections = Collections.unmodifiableMap(ordered);
  }
}
