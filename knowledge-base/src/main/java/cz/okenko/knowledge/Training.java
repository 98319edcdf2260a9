package cz.okenko.knowledge;

import cz.okenko.knowledge.content.ContentFiles;
import cz.okenko.knowledge.content.ContentReader;
import cz.okenko.knowledge.content.ContentSet;
import cz.okenko.knowledge.finding.Fitting;
import cz.okenko.knowledge.finding.LabelledQuestions;
import cz.okenko.knowledge.finding.Lessons;
import cz.okenko.knowledge.index.Subject;
import cz.okenko.knowledge.index.SubjectIndex;
import cz.okenko.knowledge.learning.Classifier;
import cz.okenko.knowledge.text.Analysis;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// Learns from the shipped content what the jar carries: the classifier, at every build, and the
/// weights of ranking and confidence, when somebody asks for them.
public final class Training {

  private final List<Subject> subjects;
  private final ContentSet content;
  private final Analysis analysis;

  public Training() {
    this.content = ContentReader.read(ContentFiles.of(new ContentSource.Shipped()), Set.of());
    this.subjects = Search.subjects(Library.of(content, List.of()).entries(), content);
    this.analysis = Search.analysis(content);
  }

  /// Writes the classifiers to the folder named by the only argument; the build calls it.
  public static void main(String[] arguments) throws IOException {
    new Training().classifiers(Path.of(arguments[0]));
  }

  /// Writes `classifier.gz` and, for the ear, `tone.gz` to a folder.
  ///
  /// @throws IOException when that is not possible
  public void classifiers(Path folder) throws IOException {
    List<Subject> all = LabelledQuestions.shipped().addedTo(subjects);
    String print = SubjectIndex.fingerprint(all, analysis);
    Lessons lessons = new Lessons(all, print, content.said(), List.of(), analysis);
    Files.createDirectories(folder);
    write(lessons.classifier(), folder.resolve("classifier.gz"));
    write(lessons.tone(), folder.resolve("tone.gz"));
  }

  private static void write(Classifier classifier, Path file) throws IOException {
    try (OutputStream stream = Files.newOutputStream(file)) {
      classifier.write(stream);
    }
  }

  /// Writes `weights.tsv` and `report.md` to a folder. Takes some minutes.
  ///
  /// @throws IOException when that is not possible
  public void weights(Path folder) throws IOException {
    Fitting.Fitted fitted =
        Fitting.fit(
            subjects, LabelledQuestions.shipped(), content.said(), content.intents(), analysis);
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("weights.tsv"), fitted.weights().toString());
    Files.writeString(folder.resolve("report.md"), fitted.report());
  }
}
