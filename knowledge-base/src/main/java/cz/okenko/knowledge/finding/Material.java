package cz.okenko.knowledge.finding;

import cz.okenko.knowledge.content.Intents;
import cz.okenko.knowledge.content.Said;
import cz.okenko.knowledge.index.Subject;
import cz.okenko.knowledge.text.Analysis;
import java.util.List;

/// All there is to learn from and to try with.
///
/// @param subjects without the labelled questions, which are added part by part
/// @param imported lists of questions and answers, tried each by itself
record Material(
    List<Subject> subjects,
    LabelledQuestions questions,
    List<ImportedFaq> imported,
    Said said,
    Intents intents,
    Analysis analysis) {

  Material {
    subjects = List.copyOf(subjects);
    imported = List.copyOf(imported);
  }
}
