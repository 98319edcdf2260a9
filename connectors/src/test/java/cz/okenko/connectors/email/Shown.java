package cz.okenko.connectors.email;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/// A mail of ours as the citizen's program, which is not ours, shows it.
record Shown(MimeMessage message, String text, String html) {

  static Shown of(String mail) {
    try {
      var message =
          new MimeMessage(
              Session.getInstance(new Properties()),
              new ByteArrayInputStream(mail.getBytes(StandardCharsets.ISO_8859_1)));
      var versions = (MimeMultipart) message.getContent();
      return new Shown(message, words(versions.getBodyPart(0)), words(versions.getBodyPart(1)));
    } catch (MessagingException | IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String words(BodyPart part) throws MessagingException, IOException {
    return part.getContent().toString().replace("\r\n", "\n");
  }

  /// The first header of that name, decoded and on one line; empty when there is none.
  String header(String name) {
    try {
      String value = message.getHeader(name, null);
      return value == null ? "" : value.replaceAll("\\r\\n\\s", " ");
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  String subject() {
    try {
      return message.getSubject();
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }
}
