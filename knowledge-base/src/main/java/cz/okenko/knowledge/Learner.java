package cz.okenko.knowledge;

import cz.okenko.knowledge.finding.Kinship;
import cz.okenko.knowledge.finding.Learned;
import cz.okenko.knowledge.finding.Lessons;
import cz.okenko.knowledge.index.Subject;
import cz.okenko.knowledge.learning.Classifier;
import cz.okenko.knowledge.text.Analysis;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the classifier in step with the articles, and the ear with what is said: at once with those
/// in the jar or those learned before, and anew in the background when the articles or the sentences
/// have changed since. Learning takes seconds; meanwhile the older ones serve, which do not know the
/// newest articles. [#atHand] and [#kinship] are for one thread at a time.
final class Learner implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Learner.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /// A classifier that knows fewer of the subjects than this share is no help.
  private static final double FEWEST_KNOWN = 0.5;

  private final Kept ofSubjects;
  private final Kept ofTone;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("learning").daemon().factory());

  private final AtomicLong turns = new AtomicLong();

  private volatile Learned latest = new Learned(Classifier.none(), Classifier.none());
  private boolean looked;
  private Kinship kinship;

  /// What is learned is kept in the folder, in files that may be deleted at any time.
  Learner(Path folder) {
    this.ofSubjects = new Kept("classifier.gz", folder.resolve("classifier.gz"));
    this.ofTone = new Kept("tone.gz", folder.resolve("tone.gz"));
    this.kinship = Kinship.by(ofSubjects::shipped);
  }

  /// What was learned last, at first from files: that of just these lessons, or else what knows more
  /// of their subjects, without a classifier that knows few of them.
  Learned atHand(Lessons lessons) {
    if (!looked) {
      looked = true;
      boolean any = !lessons.subjects().isEmpty();
      latest = new Learned(any ? classifier(lessons) : Classifier.none(), tone(lessons));
    }
    boolean helps = known(latest.classifier(), lessons) >= FEWEST_KNOWN * lessons.subjects().size();
    return helps ? latest : new Learned(Classifier.none(), latest.tone());
  }

  /// By the matters of the classifier in the jar, which knows what people ask a town hall even where
  /// none of its articles is published.
  Kinship kinship(List<Subject> subjects, Analysis analysis) {
    kinship = kinship.of(subjects, analysis);
    return kinship;
  }

  private Classifier classifier(Lessons lessons) {
    Classifier kept = ofSubjects.saved();
    Classifier shipped = ofSubjects.shipped();
    String wanted = lessons.fingerprint();
    boolean keptIsBetter =
        kept.fingerprint().equals(wanted)
            || (!shipped.fingerprint().equals(wanted)
                && known(kept, lessons) > known(shipped, lessons));
    return keptIsBetter ? kept : shipped;
  }

  private Classifier tone(Lessons lessons) {
    Classifier kept = ofTone.saved();
    return kept.fingerprint().equals(lessons.tonePrint()) ? kept : ofTone.shipped();
  }

  /// Learns in the background what has changed, and hands over the result, unless there are other
  /// lessons by then.
  void learn(Lessons lessons, Consumer<Learned> then) {
    long turn = turns.incrementAndGet();
    thread.execute(
        () -> {
          if (turn != turns.get()) {
            return;
          }
          try {
            then.accept(learned(lessons));
          } catch (CancellationException e) {
            LOG.info("what was being learned goes on at the next start");
          } catch (RuntimeException e) {
            LOG.error("learning from {} subjects failed", lessons.subjects().size(), e);
          }
        });
  }

  /// Ends what is being learned.
  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("learning did not end in {}", PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Learned learned(Lessons lessons) {
    Classifier classifier = latest.classifier();
    if (!classifier.fingerprint().equals(lessons.fingerprint())) {
      classifier = lessons.classifier();
      ofSubjects.save(classifier);
    }
    Classifier tone = latest.tone();
    if (!tone.fingerprint().equals(lessons.tonePrint())) {
      tone = lessons.tone();
      ofTone.save(tone);
    }
    latest = new Learned(classifier, tone);
    return latest;
  }

  private static long known(Classifier classifier, Lessons lessons) {
    Set<String> classes = new HashSet<>(classifier.classes());
    return lessons.subjects().stream().filter(subject -> classes.contains(subject.id())).count();
  }
}
