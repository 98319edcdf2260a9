package cz.okenko.knowledge;

import cz.okenko.knowledge.finding.Lessons;
import cz.okenko.knowledge.index.Subject;
import cz.okenko.knowledge.learning.Classifier;
import cz.okenko.knowledge.text.Analysis;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

/// Keeps the classifier in step with the articles: at once with the one in the jar or the one learned
/// before, and anew in the background when the articles have changed since. Learning takes seconds;
/// meanwhile the older classifier serves, which does not know the newest articles. [#atHand] is for
/// one thread at a time.
final class Learner implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Learner.class);
  private static final String SHIPPED = "/learned/classifier.gz";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /// A classifier that knows fewer of the subjects than this share is no help.
  private static final double FEWEST_KNOWN = 0.5;

  private final Path file;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("learning").daemon().factory());

  private final AtomicLong turns = new AtomicLong();

  private volatile Classifier latest = Classifier.none();
  private boolean looked;

  /// `file` holds what was learned last and may be deleted at any time.
  Learner(Path file) {
    this.file = file;
  }

  /// The one learned last, at first from a file: that for just these subjects, known by their
  /// fingerprint, or the one that knows more of them; none when that knows few.
  Classifier atHand(String wanted, List<Subject> subjects) {
    if (!looked) {
      looked = true;
      Classifier kept = saved();
      Classifier shipped = shipped();
      boolean keptIsBetter =
          kept.fingerprint().equals(wanted)
              || (!shipped.fingerprint().equals(wanted)
                  && known(kept, subjects) > known(shipped, subjects));
      latest = keptIsBetter ? kept : shipped;
    }
    boolean helps = known(latest, subjects) >= FEWEST_KNOWN * subjects.size();
    return helps ? latest : Classifier.none();
  }

  /// Learns in the background what these subjects have to teach, and hands over the result, unless
  /// others are to be learned from by then.
  void learn(List<Subject> subjects, Analysis analysis, Consumer<Classifier> then) {
    long turn = turns.incrementAndGet();
    thread.execute(
        () -> {
          if (turn != turns.get()) {
            return;
          }
          try {
            then.accept(learned(subjects, analysis));
          } catch (CancellationException e) {
            LOG.info("what was being learned goes on at the next start");
          } catch (RuntimeException e) {
            LOG.error("learning from {} subjects failed", subjects.size(), e);
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

  private Classifier learned(List<Subject> subjects, Analysis analysis) {
    Classifier classifier = Lessons.classifier(subjects, analysis);
    save(classifier);
    latest = classifier;
    return classifier;
  }

  private static long known(Classifier classifier, List<Subject> subjects) {
    Set<String> classes = new HashSet<>(classifier.classes());
    return subjects.stream().filter(subject -> classes.contains(subject.id())).count();
  }

  private static Classifier shipped() {
    try (InputStream stream = Learner.class.getResourceAsStream(SHIPPED)) {
      return stream == null ? Classifier.none() : Classifier.read(stream);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + SHIPPED, e);
    }
  }

  private Classifier saved() {
    if (!Files.exists(file)) {
      return Classifier.none();
    }
    try (InputStream stream = Files.newInputStream(file)) {
      return Classifier.read(stream);
    } catch (IOException e) {
      LOG.warn("cannot read {}; learning anew", file, e);
      return Classifier.none();
    }
  }

  /// Written beside and moved, so that a crash leaves the older one whole.
  private void save(Classifier classifier) {
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    try {
      try (OutputStream stream = Files.newOutputStream(beside)) {
        classifier.write(stream);
      }
      Files.move(
          beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.warn("cannot keep what was learned in {}; it is learned anew at the next start", file, e);
    }
  }
}
