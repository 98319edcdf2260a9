package cz.okenko.faults;

import java.util.HashSet;
import java.util.Set;

/// Whether what was acknowledged is in the database of a process that is dead.
final class Stored {
  private Stored() {}

  /// Kills the product and gives the acknowledged keys that are missing.
  static Set<String> missingAfterKill(Product product, Set<String> acknowledged)
      throws Exception {
    product.kill();
    var missing = new HashSet<>(acknowledged);
    try (var ledger = Ledger.of(product.database())) {
      ledger.said().forEach(line -> missing.remove(line.key()));
    }
    return missing;
  }
}
