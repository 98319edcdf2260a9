package cz.okenko.knowledge.content;

import cz.okenko.knowledge.content.Said.Meaning;
import cz.okenko.knowledge.content.Said.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads `said.yaml`: dangers and small talk by kind, wishes for a person, tampering, and matters
/// that sound like one of them, each a list of sentences per language. No sentence stands twice.
final class SaidFile {

  private static final Set<String> LANGUAGES = Set.of("cs", "sk", "en", "uk", "de");

  private final Faults faults;
  private final List<Sentence> sentences = new ArrayList<>();
  private final Map<String, String> owners = new HashMap<>();

  private SaidFile(Faults faults) {
    this.faults = faults;
  }

  static List<Sentence> read(String name, String text, Faults faults) {
    YamlMap root = new YamlFile(name, text, 1, faults).map();
    if (root == null) {
      return List.of();
    }
    SaidFile file = new SaidFile(faults);
    Map<String, Map<String, Meaning>> kinds = new LinkedHashMap<>();
    for (Meaning meaning : Meaning.all()) {
      String[] keys = meaning.code().split("/", 2);
      Map<String, Meaning> ofKey = kinds.computeIfAbsent(keys[0], key -> new LinkedHashMap<>());
      ofKey.put(keys[keys.length - 1], meaning);
    }
    root.refuseOthersThan(kinds.keySet());
    kinds.forEach(
        (key, meanings) -> {
          Meaning only = meanings.get(key);
          if (only == null) {
            file.kinds(root.map(key), meanings);
          } else {
            file.languages(root.map(key), only);
          }
        });
    return file.sentences;
  }

  private void kinds(@Nullable YamlMap map, Map<String, Meaning> meanings) {
    if (map == null) {
      return;
    }
    map.refuseOthersThan(meanings.keySet());
    meanings.forEach(
        (key, meaning) -> {
          if (map.keys().contains(key)) {
            languages(map.map(key), meaning);
          }
        });
  }

  private void languages(@Nullable YamlMap map, Meaning meaning) {
    if (map == null) {
      return;
    }
    map.refuseOthersThan(LANGUAGES);
    for (String language : map.keys()) {
      map.texts(language).forEach(mark -> add(mark, meaning, language));
    }
  }

  private void add(Mark mark, Meaning meaning, String language) {
    String plain = Consistency.plain(mark.text());
    String before = owners.putIfAbsent(plain, meaning.code());
    if (plain.isEmpty()) {
      faults.add(mark, "a sentence without a word: " + mark.text());
    } else if (before != null) {
      faults.add(mark, "sentence stands in " + before + " already: " + mark.text());
    } else {
      sentences.add(new Sentence(meaning, language, mark.text()));
    }
  }
}
