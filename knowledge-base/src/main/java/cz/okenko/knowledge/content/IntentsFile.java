package cz.okenko.knowledge.content;

import cz.okenko.knowledge.Answer.Emergency;
import cz.okenko.knowledge.Answer.SmallTalk;
import cz.okenko.knowledge.Language;
import cz.okenko.knowledge.Submission;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads `intents.yaml`: small talk, dangers and submissions by kind, wishes for a person, each a
/// list of wordings per language. In a wording `word*` stands for any word that begins so, `a|b` for
/// either, `…` for up to three words of any kind, `^` and `$` for the beginning and the end of the
/// text and `<name>` for any word of that set; `a_b`, `+` and `!` as in `WordPatterns`.
final class IntentsFile {

  private static final Pattern SET = Pattern.compile("<([^<>]*)>");

  private final Faults faults;
  private final String name;
  private final Map<String, String> sets = new HashMap<>();

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
      return Intents.NONE;
    }
    root.refuseOthersThan(
        Set.of(
            "small-talk", "filler", "handoff", "tampering", "asking-anyway", "submission", "asking",
            "emergency", "emergency-likely", "errand", "sets"));
    readSets(root.map("sets"));
    return new Intents(
        kinds(root.map("small-talk"), SmallTalk.Kind.class, SmallTalk.Kind::code),
        wordings(root.map("filler")),
        wordings(root.map("handoff")),
        new Intents.Tampering(
            wordings(root.map("tampering")), wordings(root.map("asking-anyway"))),
        new Intents.Dangers(
            kinds(root.map("emergency"), Emergency.Kind.class, Emergency.Kind::code),
            kinds(root.map("emergency-likely"), Emergency.Kind.class, Emergency.Kind::code),
            wordings(root.map("errand"))),
        new Intents.Submissions(
            kinds(root.map("submission"), Submission.class, Submission::code),
            wordings(root.map("asking"))));
  }

  private void readSets(@Nullable YamlMap map) {
    if (map == null) {
      return;
    }
    for (String key : map.keys()) {
      List<String> words = map.texts(key).stream().map(Mark::text).toList();
      words.stream()
          .filter(word -> word.contains(" ") || word.contains("|"))
          .forEach(
              word ->
                  faults.add(name, map.line(key), "a set holds single words: " + word));
      sets.put(key, String.join("|", words));
    }
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
      languages.texts(language).forEach(mark -> wordings.add(expanded(mark)));
    }
    return wordings;
  }

  private String expanded(Mark mark) {
    return SET.matcher(mark.text())
        .replaceAll(
            found -> {
              String words = sets.get(found.group(1));
              if (words == null) {
                faults.add(name, mark.line(), "unknown set " + found.group(1));
              }
              return Matcher.quoteReplacement(words == null ? "" : words);
            });
  }
}
