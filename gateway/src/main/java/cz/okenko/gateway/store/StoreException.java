package cz.okenko.gateway.store;

/// The database did not take or give what was asked; nothing of the unit was stored.
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreException(String what, Throwable cause) {
    super(what, cause);
  }

  public StoreException(String what) {
    super(what);
  }
}
