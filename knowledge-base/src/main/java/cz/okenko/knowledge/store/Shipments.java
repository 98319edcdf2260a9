package cz.okenko.knowledge.store;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Which shipped content was loaded last, known by its fingerprint.
public final class Shipments {

  public Optional<String> last(Handle handle) {
    return handle.createQuery("select fingerprint from shipment").mapTo(String.class).findOne();
  }

  /// To be called in the transaction that loads the content.
  public void record(Handle handle, String fingerprint) {
    handle.createUpdate("delete from shipment").execute();
    handle
        .createUpdate("insert into shipment (fingerprint) values (:fingerprint)")
        .bind("fingerprint", fingerprint)
        .execute();
  }
}
