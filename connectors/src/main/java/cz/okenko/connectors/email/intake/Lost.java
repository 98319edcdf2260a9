package cz.okenko.connectors.email.intake;

import java.io.IOException;

/// The connection to the mailbox broke; a new one is to be made.
final class Lost extends IOException {
  Lost(Throwable cause) {
    super("the connection to the mailbox broke", cause);
  }
}
