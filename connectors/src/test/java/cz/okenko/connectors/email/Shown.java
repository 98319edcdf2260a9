package cz.okenko.connectors.email;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/// A mail of ours as the citizen's program, which is not ours, shows it.
record Shown(MimeMessage message, String text, String html, List<BodyPart> files) {
  Shown {
    files = List.copyOf(files);
  }

  static Shown of(String mail) {
    try {
      var message =
          new MimeMessage(
              Session.getInstance(new Properties()),
              new ByteArrayInputStream(mail.getBytes(StandardCharsets.ISO_8859_1)));
      var whole = (MimeMultipart) message.getContent();
      boolean enclosing = message.isMimeType("multipart/mixed");
      var versions = enclosing ? (MimeMultipart) whole.getBodyPart(0).getContent() : whole;
      var files = new ArrayList<BodyPart>();
      for (int i = 1; enclosing && i < whole.getCount(); i++) {
        files.add(whole.getBodyPart(i));
      }
      return new Shown(
          message, words(versions.getBodyPart(0)), words(versions.getBodyPart(1)), files);
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
