package cz.okenko.connectors.email.sending;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/// A mail of ours, whose id is given and not made up while it is sent (rule EM-16): whoever gets it
/// twice sees that it is the same.
final class Draft extends SMTPMessage {
  private final String id;

  Draft(Session session, String id) {
    super(session);
    this.id = id;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", "<" + id + ">");
  }
}
