package cz.okenko.knowledge.store;

import org.jdbi.v3.core.Handle;

/// The number of the last publication. It grows with each, whichever process makes it.
public final class Publications {

  public long last(Handle handle) {
    return handle
        .createQuery("select max(number) from publication")
        .mapTo(Long.class)
        .one();
  }

  /// Counts a publication; its number.
  public long next(Handle handle) {
    handle.createUpdate("update publication set number = number + 1").execute();
    return last(handle);
  }
}
