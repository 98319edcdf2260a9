package cz.okenko.knowledge;

import cz.okenko.knowledge.content.Concept;
import cz.okenko.knowledge.content.ContentSet;
import cz.okenko.knowledge.content.Topic;
import cz.okenko.knowledge.finding.Finder;
import cz.okenko.knowledge.finding.Finding;
import cz.okenko.knowledge.finding.Kinship;
import cz.okenko.knowledge.finding.LabelledQuestions;
import cz.okenko.knowledge.finding.Learned;
import cz.okenko.knowledge.finding.Lessons;
import cz.okenko.knowledge.finding.Rules;
import cz.okenko.knowledge.finding.Weights;
import cz.okenko.knowledge.index.Subject;
import cz.okenko.knowledge.index.SubjectIndex;
import cz.okenko.knowledge.text.Analysis;
import cz.okenko.knowledge.text.Lexicon;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The index of one state of the articles and the finder over it. Replaced as a whole when articles
/// change, or when the classifier has caught up with them.
final class Search {

  private static final Pattern FACT = Pattern.compile("\\{fact:[^{}]*}");

  private final SubjectIndex index;
  private final Rules rules;
  private final Lessons lessons;
  private final Kinship kinship;
  private final boolean isLearned;
  private final Finder finder;

  private Search(
      SubjectIndex index, Rules rules, Lessons lessons, Kinship kinship, Learned learned) {
    this.index = index;
    this.rules = rules;
    this.lessons = lessons;
    this.kinship = kinship;
    this.isLearned =
        learned.classifier().fingerprint().equals(lessons.fingerprint())
            && learned.tone().fingerprint().equals(lessons.tonePrint());
    this.finder = new Finder(index, learned, kinship, Weights.shipped(), rules);
  }

  /// Indexes the articles, the neighbouring matters and what was asked about them; cheap when the
  /// folder has them already. Uses the best classifier at hand.
  static Search open(
      Path folder,
      Collection<Entry> entries,
      Lore lore,
      LabelledQuestions questions,
      Learner learner) {
    ContentSet content = lore.content();
    List<Subject> subjects = questions.addedTo(subjects(entries, content));
    SubjectIndex index = SubjectIndex.open(folder, subjects, analysis(content));
    List<String> others =
        questions.all().isEmpty() ? LabelledQuestions.shipped().texts() : List.of();
    Lessons lessons =
        new Lessons(
            subjects, index.fingerprint(), content.said(), others, index.analysis());
    Kinship kinship = learner.kinship(subjects, index.analysis());
    return new Search(index, lore.rules(), lessons, kinship, learner.atHand(lessons));
  }

  /// The same with what was learned since.
  Search with(Learned learned) {
    return new Search(index, rules, lessons, kinship, learned);
  }

  /// What there is to be learned.
  Lessons lessons() {
    return lessons;
  }

  /// Whether just that has been learned.
  boolean isLearned() {
    return isLearned;
  }

  Finding find(Question question) {
    return finder.find(question);
  }

  static List<Subject> subjects(Collection<Entry> entries, ContentSet content) {
    List<Subject> subjects = new ArrayList<>();
    entries.forEach(
        entry ->
            subjects.add(
                new Subject(
                    entry.slug().value(), Subject.Kind.SITUATION, texts(entry, content))));
    for (Topic topic : content.elsewhere()) {
      Subject.Text text =
          new Subject.Text(Language.CS, topic.title(), List.of(), topic.phrases(), topic.text());
      subjects.add(new Subject(topic.topic(), Subject.Kind.NEIGHBOUR, List.of(text)));
    }
    return subjects;
  }

  /// The original first, then the translations; phrases of foreigners stand with the translation
  /// of their language, or alone where there is none.
  private static List<Subject.Text> texts(Entry entry, ContentSet content) {
    List<Subject.Text> texts = new ArrayList<>();
    texts.add(text(entry.base(), terms(entry.article()), List.of()));
    Map<Language, List<String>> foreign = content.foreign().getOrDefault(entry.slug(), Map.of());
    for (Wording translation : entry.translations().values()) {
      if (translation.variant() != Variant.EASY) {
        List<String> more = foreign.getOrDefault(translation.language(), List.of());
        texts.add(text(translation, List.of(), more));
      }
    }
    foreign.forEach(
        (language, phrases) -> {
          if (!entry.translations().containsKey(Variant.of(language))) {
            texts.add(Subject.Text.ofPhrases(language, phrases));
          }
        });
    return texts;
  }

  private static List<String> terms(Article article) {
    return switch (article) {
      case LifeSituation situation -> situation.terms();
      case Faq _ -> List.of();
    };
  }

  private static Subject.Text text(Wording wording, List<String> terms, List<String> more) {
    return new Subject.Text(
        wording.language(),
        wording.title(),
        terms,
        Stream.concat(wording.phrases().stream(), more.stream()).distinct().toList(),
        FACT.matcher(String.join("\n", wording.sections().values())).replaceAll(" "));
  }

  static Analysis analysis(ContentSet content) {
    Map<String, List<String>> concepts = new HashMap<>();
    for (Concept concept : content.lexicon()) {
      concepts.put(concept.name(), concept.words());
    }
    return new Analysis(new Lexicon(concepts));
  }
}
