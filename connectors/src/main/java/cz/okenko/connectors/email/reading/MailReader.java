package cz.okenko.connectors.email.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Reads a mail. Safe for any thread.
public final class MailReader {
  private static final int MOST_FILES = 100;
  private static final int LONGEST_BARE = 20_000;

  private MailReader() {}

  /// @throws Breach when the mail passes a limit; it is then shown by [#bare]
  public static Mail read(Bytes raw) throws Breach {
    return read(raw, Stopwatch.start());
  }

  /// The mail as its parts.
  ///
  /// @throws Breach when the mail passes a limit
  public static Part parts(Bytes raw) throws Breach {
    return Anatomy.of(withoutMboxLine(raw), Stopwatch.start());
  }

  private static Mail read(Bytes raw, Stopwatch watch) throws Breach {
    Part mail = Anatomy.of(withoutMboxLine(raw), watch);
    BodyText.Found found = BodyText.in(mail, watch);
    watch.check();
    String subject = mail.headers().text("subject");
    List<Mail.File> files = new ArrayList<>();
    files(mail, found.used(), files);
    String text = Quotes.fold(found.text(), subject);
    watch.check();
    return mail(mail, subject, text, files);
  }

  /// A mail that is not taken apart: its head, and its first lines as they stand.
  public static Mail bare(Bytes raw) {
    Bytes start = withoutMboxLine(raw).part(0, Anatomy.MOST_HEADER_BYTES);
    int at = 0;
    while (at < start.size() && start.at(at) != '\n' && start.at(at) != '\r') {
      at = start.lineEnd(at);
    }
    Headers headers = Headers.of(start.part(0, at));
    Bytes body = start.part(at, Math.min(start.size(), at + LONGEST_BARE));
    String text = BodyText.clean(Charsets.guess(body)).strip();
    Part part = new Part("", headers, MediaType.of("text/plain"), body, List.of());
    return mail(part, headers.text("subject"), text, List.of());
  }

  /// The beginning of whatever this is, as text: for mails in which nothing else can be shown.
  public static String asItStands(Bytes raw) {
    return BodyText.clean(Charsets.guess(raw.part(0, LONGEST_BARE))).strip();
  }

  private static Mail mail(Part mail, String subject, String text, List<Mail.File> files) {
    Headers headers = mail.headers();
    Party from = Party.first(headers.value("from"));
    DeliveryReport report = DeliveryReport.of(mail);
    return new Mail(
        headers,
        from.address().isEmpty() ? Party.first(headers.value("sender")) : from,
        Party.first(headers.value("reply-to")),
        recipients(headers),
        subject,
        headers.ids("message-id").stream().findFirst().orElse(""),
        report.equals(DeliveryReport.NONE) ? ancestors(headers) : report.about(),
        text,
        files,
        seal(mail, text),
        report);
  }

  /// A mail out of an mbox file begins with a line that is no header.
  private static Bytes withoutMboxLine(Bytes raw) {
    Bytes start = raw.part(0, 6);
    boolean mbox = start.latin().startsWith("From ") || start.latin().startsWith(">From ");
    return mbox ? raw.part(raw.lineEnd(0), raw.size()) : raw;
  }

  private static List<Party> recipients(Headers headers) {
    List<Party> to = new ArrayList<>();
    for (String name : List.of("delivered-to", "x-original-to", "envelope-to", "to", "cc")) {
      headers.all(name).forEach(raw -> to.addAll(Party.all(raw)));
    }
    return to;
  }

  private static List<String> ancestors(Headers headers) {
    Set<String> ancestors = new LinkedHashSet<>(headers.ids("in-reply-to"));
    ancestors.addAll(headers.ids("references").reversed());
    return List.copyOf(ancestors);
  }

  private static void files(Part part, Set<String> used, List<Mail.File> files) {
    if (!part.children().isEmpty()) {
      part.children().forEach(child -> files(child, used, files));
      return;
    }
    boolean nothing = part.body().size() == 0 && part.fileName().isEmpty();
    if (used.contains(part.path()) || (part.path().isEmpty() && isShownWhole(part)) || nothing) {
      return;
    }
    if (files.size() < MOST_FILES) {
      files.add(
          new Mail.File(part.path(), part.fileName(), part.type().name(), part.body().size()));
    }
  }

  private static boolean isShownWhole(Part part) {
    return part.type().is("text/") && !part.isAttached() && part.fileName().isEmpty();
  }

  private static Mail.Seal seal(Part part, String text) {
    MediaType type = part.type();
    String name = part.fileName().toLowerCase(Locale.ROOT);
    if (type.is("application/pkcs7-mime") || type.is("application/x-pkcs7-mime")) {
      return type.parameter("smime-type").equalsIgnoreCase("signed-data")
          ? Mail.Seal.SIGNED
          : Mail.Seal.SMIME;
    }
    if (type.is("multipart/encrypted") || text.startsWith("-----BEGIN PGP MESSAGE-----")) {
      return Mail.Seal.PGP;
    }
    if (type.is("application/ms-tnef") || name.equals("winmail.dat")) {
      return Mail.Seal.TNEF;
    }
    boolean signed =
        type.is("multipart/signed") || text.startsWith("-----BEGIN PGP SIGNED MESSAGE");
    return part.children().stream()
        .map(child -> seal(child, ""))
        .filter(seal -> seal != Mail.Seal.NONE)
        .findFirst()
        .orElse(signed ? Mail.Seal.SIGNED : Mail.Seal.NONE);
  }
}
