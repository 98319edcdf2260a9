package cz.okenko.knowledge.content;

import cz.okenko.knowledge.Answer.Emergency;
import cz.okenko.knowledge.Answer.SmallTalk;
import cz.okenko.knowledge.Language;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads `intents.yaml`: small talk and emergencies by kind, wishes for a person, each a list of
/// wordings per language. In a wording `word*` stands for any word that begins so, `a|b` for either
/// and `…` for up to three words of any kind.
final class IntentsFile {

  private final Faults faults;
  private final String name;

  private IntentsFile(String name, Faults faults) {
    this.name = name;
    this.faults = faults;
  }

  static Intents read(String name, String text, Faults faults) {
    return new IntentsFile(name, faults).read(text);
  }

  private Intents read(String text) {
    YamlMap root = new YamlFile(name, text, 1, faults).map();
    if (root == null) {
      return new Intents(Map.of(), List.of(), Map.of());
    }
    root.refuseOthersThan(Set.of("small-talk", "handoff", "emergency"));
    return new Intents(
        kinds(root.map("small-talk"), SmallTalk.Kind.class, SmallTalk.Kind::code),
        wordings(root.map("handoff")),
        kinds(root.map("emergency"), Emergency.Kind.class, Emergency.Kind::code));
  }

  private <K extends Enum<K>> Map<K, List<String>> kinds(
      @Nullable YamlMap map, Class<K> type, Function<K, String> code) {
    Map<K, List<String>> kinds = new EnumMap<>(type);
    if (map == null) {
      return kinds;
    }
    Set<String> known = new HashSet<>();
    for (K kind : type.getEnumConstants()) {
      known.add(code.apply(kind));
      if (map.keys().contains(code.apply(kind))) {
        kinds.put(kind, wordings(map.map(code.apply(kind))));
      }
    }
    map.refuseOthersThan(known);
    return kinds;
  }

  private List<String> wordings(@Nullable YamlMap languages) {
    List<String> wordings = new ArrayList<>();
    if (languages == null) {
      return wordings;
    }
    for (String language : languages.keys()) {
      if (Language.of(language).isEmpty()) {
        faults.add(name, languages.line(language), "unknown language " + language);
      }
      languages.texts(language).forEach(mark -> wordings.add(mark.text()));
    }
    return wordings;
  }
}
