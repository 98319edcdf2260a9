package cz.okenko.knowledge.content;

import cz.okenko.knowledge.Language;
import cz.okenko.knowledge.Slug;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the files that hold one list each: neighbouring matters, the lexicon, and what people
/// write about articles in other languages.
final class ListFiles {

  private final Faults faults;

  ListFiles(Faults faults) {
    this.faults = faults;
  }

  /// A topic with the places of what other files decide upon.
  record TopicDraft(Topic topic, Mark head, List<Mark> phrases, List<Mark> facts) {}

  List<TopicDraft> elsewhere(String name, String text) {
    List<TopicDraft> topics = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (YamlMap map : new YamlFile(name, text, 1, faults).maps()) {
      map.refuseOthersThan(Set.of("topic", "title", "text", "links", "phrases"));
      String key = map.text("topic");
      Mark head = new Mark(key, name, map.line());
      if (!key.isEmpty() && !Slug.isSlug(key)) {
        faults.add(head, "not a topic name: " + key);
      }
      if (!key.isEmpty() && !seen.add(key)) {
        faults.add(head, "topic " + key + " occurs twice");
      }
      List<Mark> phrases = map.texts("phrases");
      String answer = map.text("text");
      Topic topic =
          new Topic(
              key,
              map.text("title"),
              answer,
              ArticleFile.links(map),
              phrases.stream().map(Mark::text).toList());
      List<Mark> facts =
          Sections.checkedLine(new Mark(answer, name, map.line("text")), faults);
      topics.add(new TopicDraft(topic, head, phrases, facts));
    }
    return topics;
  }

  List<Concept> lexicon(String name, String text) {
    List<Concept> concepts = new ArrayList<>();
    LexiconWords known = new LexiconWords(faults);
    Set<String> names = new HashSet<>();
    for (YamlMap map : new YamlFile(name, text, 1, faults).maps()) {
      map.refuseOthersThan(Set.of("concept", "words"));
      String concept = map.text("concept");
      if (!names.add(concept)) {
        faults.add(name, map.line(), "concept " + concept + " occurs twice");
      }
      List<Mark> words = map.texts("words");
      known.add(concept, words);
      concepts.add(new Concept(concept, words.stream().map(Mark::text).toList()));
    }
    known.refuseDoubleMeanings(concepts);
    return concepts;
  }

  Map<Mark, Map<Language, List<String>>> foreign(String name, String text) {
    YamlMap root = new YamlFile(name, text, 1, faults).map();
    Map<Mark, Map<Language, List<String>>> foreign = new LinkedHashMap<>();
    if (root == null) {
      return foreign;
    }
    for (String slug : root.keys()) {
      YamlMap languages = root.map(slug);
      if (languages == null) {
        continue;
      }
      Map<Language, List<String>> phrases = new EnumMap<>(Language.class);
      for (String code : languages.keys()) {
        Optional<Language> language = Language.of(code).filter(found -> found != Language.CS);
        if (language.isEmpty()) {
          languages.refuse(code, "unknown key " + code);
        } else {
          phrases.put(
              language.get(), languages.texts(code).stream().map(Mark::text).toList());
        }
      }
      foreign.put(new Mark(slug, name, root.line(slug)), phrases);
    }
    return foreign;
  }
}
