package cz.okenko.connectors;

import java.util.Map;
import java.util.Optional;

/// What a channel must remember beyond a restart and no one else needs: how far it has read, which
/// thread a mail belongs to. Every channel has its own. Safe for any thread.
public interface Notebook {

  /// What was written under the key, as it was committed last.
  Optional<String> read(String key);

  /// Writes all of it in one transaction, on disk when this returns. An empty value erases the key.
  ///
  /// @param entries keys of at most 1,000 and values of at most 100,000 characters
  /// @throws RuntimeException when nothing was written
  void write(Map<String, String> entries);

  /// The same for what is remembered of one citizen: forgotten two years after it was written last.
  void remember(Map<String, String> entries);
}
