package cz.okenko.connectors.email.access;

import java.io.IOException;

/// The provider does not accept our password, secret or token; somebody has to mend the settings.
public final class NotSignedIn extends IOException {
  public NotSignedIn(String what) {
    super(what);
  }
}
