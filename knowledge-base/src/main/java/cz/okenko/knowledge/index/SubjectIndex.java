package cz.okenko.knowledge.index;

import cz.okenko.knowledge.text.Analysis;
import cz.okenko.knowledge.text.Features;
import cz.okenko.knowledge.text.Fingerprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/// The subjects as they stand in the index, compared with questions in memory. Derived from the
/// published articles; its folder may be deleted at any time. Never changes: after a change of the
/// subjects another one is opened on the same folder. Safe for many threads.
public final class SubjectIndex {

  /// Changes with the form of the documents.
  private static final String FORM = "okenko-4";

  private final Snapshot snapshot;
  private final Analysis analysis;
  private final String fingerprint;
  private final Queue<Scoring> scorings = new ConcurrentLinkedQueue<>();

  private SubjectIndex(Snapshot snapshot, Analysis analysis, String fingerprint) {
    this.snapshot = snapshot;
    this.analysis = analysis;
    this.fingerprint = fingerprint;
  }

  /// Brings the index in the folder up to the subjects, writing only those that changed, and reads
  /// it. One at a time for a folder.
  public static SubjectIndex open(Path folder, List<Subject> subjects, Analysis analysis) {
    try (Directory directory = FSDirectory.open(folder)) {
      return open(directory, subjects, analysis);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot index in " + folder, e);
    }
  }

  /// The same without a folder, for comparisons that are thrown away.
  public static SubjectIndex inMemory(List<Subject> subjects, Analysis analysis) {
    try (Directory directory = new ByteBuffersDirectory()) {
      return open(directory, subjects, analysis);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot index in memory", e);
    }
  }

  private static SubjectIndex open(Directory directory, List<Subject> subjects, Analysis analysis)
      throws IOException {
    List<Subject> all = List.copyOf(subjects);
    SubjectDocuments documents = new SubjectDocuments(analysis);
    List<byte[]> states = all.stream().map(documents::state).toList();
    Map<String, BytesRef> before = states(directory);
    try (IndexWriter writer = new IndexWriter(directory, config(before.isEmpty()))) {
      write(writer, all, states, documents, before);
    }
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      return new SubjectIndex(Snapshot.read(reader, all), analysis, fingerprint(states));
    }
  }

  /// Of an index of these subjects, without one.
  public static String fingerprint(List<Subject> subjects, Analysis analysis) {
    return fingerprint(subjects.stream().map(new SubjectDocuments(analysis)::state).toList());
  }

  private static String fingerprint(List<byte[]> states) {
    Fingerprint print = new Fingerprint();
    states.forEach(print::with);
    return print.digits();
  }

  /// Another one whenever the subjects, their order or the analysis are.
  public String fingerprint() {
    return fingerprint;
  }

  /// Compares all subjects with the question.
  public Scores scores(Features question) {
    Scoring free = scorings.poll();
    Scoring scoring = free == null ? new Scoring(snapshot) : free;
    Scores scores = scoring.of(question);
    scorings.offer(scoring);
    return scores;
  }

  /// All subjects.
  public List<Subject> subjects() {
    return snapshot.subjects();
  }

  /// The analysis the index was written with; questions must go through the same.
  public Analysis analysis() {
    return analysis;
  }

  private static IndexWriterConfig config(boolean anew) {
    return new IndexWriterConfig()
        .setOpenMode(
            anew ? IndexWriterConfig.OpenMode.CREATE : IndexWriterConfig.OpenMode.APPEND);
  }

  private static void write(
      IndexWriter writer,
      List<Subject> subjects,
      List<byte[]> states,
      SubjectDocuments documents,
      Map<String, BytesRef> before)
      throws IOException {
    Set<String> gone = new HashSet<>(before.keySet());
    boolean changed = before.isEmpty();
    for (int i = 0; i < states.size(); i++) {
      Subject subject = subjects.get(i);
      gone.remove(subject.id());
      if (!new BytesRef(states.get(i)).equals(before.get(subject.id()))) {
        List<Document> all = documents.of(subject, states.get(i));
        writer.updateDocuments(new Term(SubjectDocuments.ID, subject.id()), all);
        changed = true;
      }
    }
    for (String id : gone) {
      writer.deleteDocuments(new Term(SubjectDocuments.ID, id));
      changed = true;
    }
    if (changed) {
      writer.setLiveCommitData(Map.of("form", FORM).entrySet());
      writer.commit();
    }
  }

  /// The state of each subject in the index; empty when there is none of this form.
  private static Map<String, BytesRef> states(Directory directory) throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return Map.of();
    }
    Map<String, BytesRef> states = new HashMap<>();
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      if (!FORM.equals(reader.getIndexCommit().getUserData().get("form"))) {
        return Map.of();
      }
      for (LeafReaderContext leaf : reader.leaves()) {
        BinaryDocValues ids = leaf.reader().getBinaryDocValues(SubjectDocuments.ID);
        BinaryDocValues all = leaf.reader().getBinaryDocValues(SubjectDocuments.STATE);
        Bits live = leaf.reader().getLiveDocs();
        for (int i = 0; all != null && i < leaf.reader().maxDoc(); i++) {
          if ((live == null || live.get(i)) && all.advanceExact(i) && ids.advanceExact(i)) {
            states.put(ids.binaryValue().utf8ToString(), BytesRef.deepCopyOf(all.binaryValue()));
          }
        }
      }
    }
    return states;
  }
}
