package cz.okenko.knowledge;

import cz.okenko.knowledge.content.ContentReader;
import cz.okenko.knowledge.content.ContentSet;
import cz.okenko.knowledge.content.Topic;
import cz.okenko.knowledge.finding.Rules;
import java.util.Map;
import java.util.stream.Collectors;

/// What is known beside the articles: matters of other offices, the lexicon, wordings of wishes and
/// dangers, and how values are said. An office's own lists stand in the place of the shipped ones.
///
/// @param own the office's lists by the names of their files
record Lore(
    Map<String, String> own,
    ContentSet content,
    Map<String, Topic> topics,
    Sayings sayings,
    Rules rules) {

  Lore {
    own = Map.copyOf(own);
    topics = Map.copyOf(topics);
  }

  /// @param localSayings how the office's settings say facts of their own
  static Lore of(
      ContentSet shipped,
      Map<String, String> own,
      Map<Language, Map<String, String>> localSayings) {
    ContentSet content = shipped.with(ContentReader.storedLists(own), own.keySet());
    return new Lore(
        own,
        content,
        content.elsewhere().stream().collect(Collectors.toMap(Topic::topic, topic -> topic)),
        new Sayings(content.values(), localSayings),
        new Rules(content.intents()));
  }

  /// A matter of another office, by its name.
  Topic topic(String name) {
    Topic topic = topics.get(name);
    if (topic == null) {
      throw new IllegalStateException("topic " + name + " is indexed but unknown");
    }
    return topic;
  }
}
