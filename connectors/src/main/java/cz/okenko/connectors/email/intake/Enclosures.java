package cz.okenko.connectors.email.intake;

import cz.okenko.connectors.Attachment;
import cz.okenko.connectors.email.reading.Breach;
import cz.okenko.connectors.email.reading.Mail;
import cz.okenko.connectors.email.reading.MailReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/// What a clerk can open: the original first, then what came along. A reference is `file/part`.
public final class Enclosures {
  /// The part that is the original itself.
  private static final String ORIGINAL = "original";

  private static final int LONGEST_NAME = 150;

  private final Archive archive;

  public Enclosures(Archive archive) {
    this.archive = archive;
  }

  static List<Attachment> of(Archive.Kept kept, Opening.Opened opened, Intake.Rules rules) {
    List<Attachment> all = new ArrayList<>();
    all.add(original(kept, originalName(opened.mail(), rules)));
    for (Mail.File file : opened.mail().files()) {
      all.add(
          new Attachment(
              cut(file.name()), file.type(), file.size(), kept.id() + "/" + part(file.path())));
    }
    return all;
  }

  /// The original of a mail of which nothing is known.
  static Attachment original(Archive.Kept kept, Intake.Rules rules) {
    return original(kept, rules.wording().original() + ".eml");
  }

  private static Attachment original(Archive.Kept kept, String name) {
    return new Attachment(name, "message/rfc822", kept.size(), kept.id() + "/" + ORIGINAL);
  }

  /// The path of the mail itself is empty.
  private static String part(String path) {
    return path.isEmpty() ? "0" : path;
  }

  /// Tells a clerk at a glance whose mail it is, and what our server thinks of the sender.
  private static String originalName(Mail mail, Intake.Rules rules) {
    String verdict = Verdict.of(mail.headers(), rules.authservId());
    String words =
        verdict.isEmpty()
            ? ""
            : " ("
                + (verdict.contains("dmarc=pass")
                    ? rules.wording().verified()
                    : rules.wording().notVerified())
                + ", "
                + verdict
                + ")";
    String sender = mail.from().address();
    String name = rules.wording().original() + (sender.isEmpty() ? "" : " " + sender);
    return cut(name) + words + ".eml";
  }

  private static String cut(String name) {
    String clean = name.replaceAll("[\\p{Cntrl}\\p{Cf}/\\\\]", "_");
    return clean.codePointCount(0, clean.length()) <= LONGEST_NAME
        ? clean
        : clean.substring(0, clean.offsetByCodePoints(0, LONGEST_NAME));
  }

  /// Opens what a reference names.
  ///
  /// @throws FileNotFoundException when it is not there
  public InputStream open(String reference) throws IOException {
    int slash = reference.indexOf('/');
    String id = reference.substring(0, Math.max(slash, 0));
    String part = reference.substring(slash + 1);
    if (part.equals(ORIGINAL)) {
      return archive.open(id);
    }
    if (archive.isQuarantined(id)) {
      throw new FileNotFoundException("mail " + id + " is not taken apart");
    }
    try {
      return MailReader.parts(archive.read(id))
          .at(part.equals("0") ? "" : part)
          .orElseThrow(() -> new FileNotFoundException("mail " + id + " has no such part"))
          .content()
          .stream();
    } catch (Breach e) {
      throw new FileNotFoundException("mail " + id + " is not taken apart");
    }
  }
}
