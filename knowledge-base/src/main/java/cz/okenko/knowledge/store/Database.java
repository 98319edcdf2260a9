package cz.okenko.knowledge.store;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// The office's database as its owner gives it. Migrations of `db/knowledge` have run before it is
/// handed over.
public interface Database {

  /// Runs the work in one transaction on the thread that writes; nothing of it stays when it
  /// throws. No network or index work inside.
  <T> T write(Function<Handle, T> work);

  /// Runs reading work on a connection of its own.
  <T> T read(Function<Handle, T> work);
}
