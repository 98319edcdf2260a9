package cz.okenko.knowledge;

import cz.okenko.knowledge.learning.Classifier;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where a classifier is kept between two starts: the one of the jar, by its name, and the one
/// learned here, in a file that may be deleted at any time.
record Kept(String name, Path file) {

  private static final Logger LOG = LoggerFactory.getLogger(Kept.class);

  /// The one in the jar; one that knows nothing when there is none.
  Classifier shipped() {
    try (InputStream stream = Kept.class.getResourceAsStream("/learned/" + name)) {
      return stream == null ? Classifier.none() : Classifier.read(stream);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read /learned/" + name, e);
    }
  }

  /// The one learned here; one that knows nothing when there is none.
  Classifier saved() {
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
  void save(Classifier classifier) {
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
