package cz.okenko.knowledge.index;

import cz.okenko.knowledge.text.Analysis;
import cz.okenko.knowledge.text.Features;
import cz.okenko.knowledge.text.Spelling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/// The index of all subjects, derived from the published articles. Kept in a folder that may be
/// deleted while nobody has it open; written anew when the subjects differ from those it was
/// written from. Safe for many threads.
public final class SubjectIndex implements AutoCloseable {

  private static final String FORM = "3";

  private final Directory directory;
  private final DirectoryReader reader;
  private final LeafReader leaf;
  private final List<Subject> subjects;
  private final PhraseVectors phrases;
  private final Analysis analysis;
  private final Spelling spelling;

  private SubjectIndex(Directory directory, List<Subject> subjects, Analysis analysis) throws IOException {
    this.directory = directory;
    this.reader = DirectoryReader.open(directory);
    this.leaf = reader.leaves().getFirst().reader();
    this.subjects = subjects;
    this.analysis = analysis;
    this.phrases = PhraseVectors.read(leaf);
    this.spelling = new Spelling(vocabulary());
  }

  /// Opens the index in the folder, writing it first if it is missing or stale.
  public static SubjectIndex open(Path folder, List<Subject> subjects, Analysis analysis) {
    String fingerprint = fingerprint(subjects, analysis);
    try {
      Directory directory = FSDirectory.open(folder);
      if (!isFresh(directory, fingerprint)) {
        new IndexWriting(subjects, analysis).write(directory, fingerprint);
      }
      return new SubjectIndex(directory, List.copyOf(subjects), analysis);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot index in " + folder, e);
    }
  }

  /// Compares all subjects with the question.
  public Scores scores(Features question) {
    try {
      return new Scoring(leaf, subjects, phrases, spelling).of(question);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the index", e);
    }
  }

  /// All subjects.
  public List<Subject> subjects() {
    return subjects;
  }

  /// The analysis the index was written with; questions must go through the same.
  public Analysis analysis() {
    return analysis;
  }

  @Override
  public void close() {
    try {
      reader.close();
      directory.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close the index", e);
    }
  }

  private static boolean isFresh(Directory directory, String fingerprint) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      return fingerprint.equals(reader.getIndexCommit().getUserData().get("fingerprint"));
    } catch (IndexNotFoundException e) {
      return false;
    }
  }

  private static String fingerprint(List<Subject> subjects, Analysis analysis) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((FORM + analysis.fingerprint()).getBytes(StandardCharsets.UTF_8));
      for (Subject subject : subjects) {
        digest.update(subject.toString().getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// All plain stems, those of most subjects first.
  private List<String> vocabulary() throws IOException {
    record Counted(String stem, int count) {}
    List<Counted> stems = new ArrayList<>();
    Terms terms = leaf.terms(IndexWriting.SUBJECT_TERMS);
    if (terms == null) {
      return List.of();
    }
    TermsEnum each = terms.iterator();
    for (BytesRef term = each.next(); term != null; term = each.next()) {
      String text = term.utf8ToString();
      if (Character.isLetter(text.charAt(0))) {
        stems.add(new Counted(text, each.docFreq()));
      }
    }
    stems.sort(Comparator.comparingInt(Counted::count).reversed());
    return stems.stream().map(Counted::stem).toList();
  }
}
