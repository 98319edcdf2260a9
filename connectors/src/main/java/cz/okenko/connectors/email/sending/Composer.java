package cz.okenko.connectors.email.sending;

import cz.okenko.connectors.ConnectorProvider.House;
import cz.okenko.connectors.Enclosure;
import cz.okenko.connectors.Letter;
import cz.okenko.connectors.OutboundMessage;
import cz.okenko.connectors.OutboundMessage.Speaker;
import cz.okenko.connectors.email.reading.Party;
import cz.okenko.connectors.email.threads.MailThread;
import cz.okenko.connectors.email.threads.Signatures;
import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;

/// Writes mails. What strangers chose (names, subjects, ids) goes into a header only as one line of
/// printable characters.
final class Composer {
  private static final int LONGEST_LINE = 200;

  private final Sender sender;
  private final House house;
  private final Signatures signatures;
  private final InstantSource clock;
  private final Map<String, Phrases> phrases;

  /// Who sends.
  ///
  /// @param address of the mailbox
  /// @param plusAddressing whether replies may go to `name+tag@…`
  record Sender(String address, String name, boolean plusAddressing) {}

  Composer(
      Sender sender,
      House house,
      Signatures signatures,
      InstantSource clock,
      Map<String, Phrases> phrases) {
    this.sender = sender;
    this.house = house;
    this.signatures = signatures;
    this.clock = clock;
    this.phrases = Map.copyOf(phrases);
  }

  /// What a mail is made for.
  ///
  /// @param to where it goes; one address
  /// @param repliesTo id of the mail it answers, possibly empty
  /// @param code with which the citizen goes on in the web chat
  record Errand(
      OutboundMessage message, MailThread thread, String to, String repliesTo, String code) {}

  /// The Message-ID of a message, the same each time.
  String id(OutboundMessage message, MailThread thread) {
    return signatures.messageId(
        message.id(), thread.id(), new Party("", sender.address()).domain());
  }

  Draft write(Errand errand, Session session) throws MessagingException {
    OutboundMessage message = errand.message();
    MailThread thread = errand.thread();
    Draft draft = new Draft(session, id(message, thread));
    String us = sender.address();
    String tagged = plus(us, signatures.tag(thread.id()));
    draft.setFrom(address(us, fromName(message.speaker())));
    draft.setRecipient(Message.RecipientType.TO, address(errand.to(), thread.name()));
    draft.setEnvelopeFrom(us);
    if (sender.plusAddressing()) {
      draft.setReplyTo(new InternetAddress[] {address(tagged, sender.name())});
    }
    draft.setSentDate(Date.from(clock.instant()));
    draft.setSubject(subject(message, thread), "UTF-8");
    draft.setHeader("Content-Language", message.language());
    references(draft, errand);
    automatic(draft, message.speaker());
    Page page = page(errand);
    MimeMultipart versions = new MimeMultipart("alternative");
    versions.addBodyPart(part(PlainText.of(page), "plain"));
    versions.addBodyPart(part(Html.of(page), "html"));
    draft.setContent(message.enclosures().isEmpty() ? versions : enclosing(versions, message));
    draft.saveChanges();
    return draft;
  }

  /// A letter to an address, in plain text and without a thread: what is answered to it opens a matter of its own.
  Draft write(Letter letter, String to, Session session) throws MessagingException {
    String us = sender.address();
    Draft draft =
        new Draft(session, "okenko-letter." + letter.id() + "@" + new Party("", us).domain());
    draft.setFrom(address(us, sender.name()));
    draft.setRecipient(Message.RecipientType.TO, address(to, ""));
    draft.setEnvelopeFrom(us);
    draft.setSentDate(Date.from(clock.instant()));
    draft.setSubject(line(letter.subject()), "UTF-8");
    draft.setHeader("Content-Language", letter.language());
    automatic(draft, new Speaker.Office());
    draft.setText(letter.text(), "UTF-8");
    draft.setHeader("Content-Transfer-Encoding", "quoted-printable");
    draft.saveChanges();
    return draft;
  }

  /// The words first, then the files. A type that mail programs would open by themselves, or that may not be
  /// written in base64 (RFC 2046, section 5.2.1), is not told.
  private static MimeMultipart enclosing(MimeMultipart words, OutboundMessage message)
      throws MessagingException {
    MimeMultipart all = new MimeMultipart("mixed");
    MimeBodyPart text = new MimeBodyPart();
    text.setContent(words);
    all.addBodyPart(text);
    for (Enclosure file : message.enclosures()) {
      MimeBodyPart part = new MimeBodyPart();
      part.setDataHandler(new DataHandler(new EnclosedFile(file)));
      part.setFileName(line(file.name()));
      part.setDisposition(Part.ATTACHMENT);
      part.setHeader("Content-Transfer-Encoding", "base64");
      all.addBodyPart(part);
    }
    return all;
  }

  /// A file as the mail library reads it.
  private record EnclosedFile(Enclosure file) implements DataSource {
    @Override
    public InputStream getInputStream() throws IOException {
      return file.content().open();
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
      throw new IOException("a file that is sent is not written to");
    }

    @Override
    public String getContentType() {
      return file.type().startsWith("message/") ? "application/octet-stream" : file.type();
    }

    @Override
    public String getName() {
      return file.name();
    }
  }

  private Page page(Errand errand) {
    OutboundMessage message = errand.message();
    Phrases words = phrases(message.language());
    return new Page(
        message.language(),
        house.name(),
        house.colour(),
        switch (message.speaker()) {
          case Speaker.Bot bot -> words.of("bot");
          case Speaker.Office office -> "";
          case Speaker.Clerk clerk ->
              clerk.agenda().isEmpty() ? clerk.name() : clerk.name() + ", " + clerk.agenda();
        },
        message.text(),
        message.choices(),
        house.publicUrl() + "/#code=" + errand.code(),
        words);
  }

  private Phrases phrases(String language) {
    Phrases own = phrases.get(language);
    Phrases known = own == null ? phrases.get("cs") : own;
    if (known == null) {
      throw new IllegalStateException("no phrases in Czech");
    }
    return known;
  }

  private String fromName(Speaker speaker) {
    return speaker instanceof Speaker.Clerk clerk && !clerk.name().isBlank()
        ? clerk.name() + ", " + sender.name()
        : sender.name();
  }

  /// „Re: …“ with a number at the end, by which a participant is found when a mail program drops
  /// the ids (rule EM-02, the last way).
  private String subject(OutboundMessage message, MailThread thread) {
    String subject =
        thread.subject().isBlank()
            ? phrases(message.language()).of("no-subject")
            : thread.subject();
    String answer = thread.chain().isEmpty() ? "" : "Re: ";
    return answer + line(subject) + " [#" + thread.number() + "]";
  }

  private static void references(Draft draft, Errand errand) throws MessagingException {
    List<String> chain = errand.thread().chain();
    if (!chain.isEmpty()) {
      String last = errand.repliesTo().isEmpty() ? chain.getLast() : errand.repliesTo();
      draft.setHeader("In-Reply-To", "<" + last + ">");
      draft.setHeader("References", "<" + String.join(">\r\n <", chain) + ">");
    }
  }

  /// Rule EM-05 (RFC 3834 §5): a machine says that it is one, a person never looks like one. The
  /// second header asks Exchange not to answer with an absence note.
  private static void automatic(Draft draft, Speaker speaker) throws MessagingException {
    String kind =
        switch (speaker) {
          case Speaker.Bot bot -> "auto-replied";
          case Speaker.Office office -> "auto-generated";
          case Speaker.Clerk clerk -> "";
        };
    if (!kind.isEmpty()) {
      draft.setHeader("Auto-Submitted", kind);
      draft.setHeader("X-Auto-Response-Suppress", "All");
    }
  }

  private static MimeBodyPart part(String text, String kind) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, "UTF-8", kind);
    part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    return part;
  }

  private static String plus(String address, String tag) {
    Party us = new Party("", address);
    return us.local() + "+" + tag + "@" + us.domain();
  }

  private static InternetAddress address(String address, String name) throws MessagingException {
    if (!new Party("", address).reachable()) {
      throw new IllegalArgumentException("an address that cannot stand in a header");
    }
    InternetAddress made = new InternetAddress();
    made.setAddress(address);
    try {
      String clean = line(name);
      if (!clean.isEmpty()) {
        made.setPersonal(MimeUtility.unfold(clean), "UTF-8");
      }
    } catch (UnsupportedEncodingException e) {
      throw new MessagingException("every JDK has UTF-8", e);
    }
    return made;
  }

  /// One line without control characters, marks that turn the direction of text, and halves of
  /// characters.
  static String line(String text) {
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .limit(LONGEST_LINE)
        .forEach(
            c -> {
              int type = Character.getType(c);
              boolean strange =
                  type == Character.CONTROL
                      || type == Character.FORMAT
                      || type == Character.LINE_SEPARATOR
                      || type == Character.PARAGRAPH_SEPARATOR
                      || type == Character.SURROGATE
                      || type == Character.PRIVATE_USE
                      || type == Character.UNASSIGNED;
              line.appendCodePoint(strange ? ' ' : c);
            });
    return line.toString().replaceAll("\\s+", " ").strip();
  }
}
