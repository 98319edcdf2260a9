package cz.okenko.knowledge.finding;

import cz.okenko.knowledge.Language;
import cz.okenko.knowledge.index.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The questions and answers of one town as an office imports them, with nothing written about how
/// people ask, and what citizens asked in other words.
record ImportedFaq(List<Subject> articles, List<LabelledQuestion> asked) {

  ImportedFaq {
    articles = List.copyOf(articles);
    asked = List.copyOf(asked);
  }

  /// Those in the jar, of towns that do not exist; ids begin with the town.
  static List<ImportedFaq> shipped() {
    Map<String, List<Subject>> articles = new TreeMap<>();
    for (List<String> row : TrainingTable.rows("imported-faq.tsv")) {
      Subject.Text text =
          new Subject.Text(Language.CS, row.get(1), List.of(), List.of(), row.get(2));
      articles
          .computeIfAbsent(town(row.get(0)), town -> new ArrayList<>())
          .add(new Subject(row.get(0), Subject.Kind.SITUATION, List.of(text)));
    }
    Map<String, List<LabelledQuestion>> asked = new TreeMap<>();
    for (LabelledQuestion question : LabelledQuestions.imported().all()) {
      asked
          .computeIfAbsent(
              town(question.articles().iterator().next()), town -> new ArrayList<>())
          .add(question);
    }
    return articles.entrySet().stream()
        .map(town -> new ImportedFaq(town.getValue(), asked.getOrDefault(town.getKey(), List.of())))
        .toList();
  }

  private static String town(String id) {
    return id.substring(0, id.indexOf('-'));
  }
}
