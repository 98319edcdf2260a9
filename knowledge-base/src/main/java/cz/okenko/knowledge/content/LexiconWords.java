package cz.okenko.knowledge.content;

import cz.okenko.knowledge.text.Analysis;
import cz.okenko.knowledge.text.Folding;
import cz.okenko.knowledge.text.Lexicon;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The words of the lexicon and the concept each belongs to. A word may not stand for two concepts:
/// neither spelled the same, nor by a shared stem, nor under the open beginning of another.
final class LexiconWords {

  private final Faults faults;
  private final Map<String, String> owners = new HashMap<>();
  private final Map<Mark, String> words = new LinkedHashMap<>();
  private boolean spelledTwice;

  LexiconWords(Faults faults) {
    this.faults = faults;
  }

  void add(String concept, List<Mark> marks) {
    for (Mark word : marks) {
      String owner = owners.putIfAbsent(Consistency.plain(word.text()), concept);
      if (owner != null) {
        spelledTwice = true;
        faults.add(word, "word " + word.text() + " stands in " + owner + " already");
      }
      words.put(word, concept);
    }
  }

  /// Asks the lexicon itself, once all of its words are known. An entry of several words may hold a
  /// word of another concept.
  void refuseDoubleMeanings(List<Concept> concepts) {
    if (spelledTwice) {
      return;
    }
    Map<String, List<String>> lexicon = new HashMap<>();
    concepts.forEach(concept -> lexicon.put(concept.name(), concept.words()));
    Analysis analysis = new Analysis(new Lexicon(lexicon));
    for (Map.Entry<Mark, String> entry : words.entrySet()) {
      Mark word = entry.getKey();
      if (Folding.words(word.text()).size() > 1) {
        continue;
      }
      for (String other : analysis.of(word.text()).concepts()) {
        if (!other.equals(entry.getValue())) {
          faults.add(word, "word " + word.text() + " is understood as " + other + " too");
        }
      }
    }
  }
}
