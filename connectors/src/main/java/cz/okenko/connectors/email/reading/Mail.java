package cz.okenko.connectors.email.reading;

import java.util.List;

/// What a mail says, as far as it can be read.
///
/// @param from who says they wrote it; [Party#NOBODY] when nobody does
/// @param replyTo who shall be answered, [Party#NOBODY] when the mail does not say
/// @param to everybody it was sent to, as far as the mail tells
/// @param subject one line, possibly empty
/// @param id its Message-ID without brackets, possibly empty
/// @param ancestors message ids it refers to: what it replies to first, then its References, newest
///     first; of a report what it is about
/// @param text only what is new in it, without markup, possibly empty and of any length
/// @param files what came along, in order
/// @param seal how the text is protected, if it is
/// @param report what a mail server reports in it, [DeliveryReport#NONE] in all other mails
public record Mail(
    Headers headers,
    Party from,
    Party replyTo,
    List<Party> to,
    String subject,
    String id,
    List<String> ancestors,
    String text,
    List<File> files,
    Seal seal,
    DeliveryReport report) {
  public Mail {
    to = List.copyOf(to);
    ancestors = List.copyOf(ancestors);
    files = List.copyOf(files);
  }

  /// A file in a mail.
  ///
  /// @param path of its [Part]
  /// @param name one line, possibly empty
  public record File(String path, String name, String type, long size) {}

  /// How a mail is protected.
  public enum Seal {
    NONE,
    /// Signed by S/MIME or PGP; readable, the signature was not checked.
    SIGNED,
    /// Encrypted by S/MIME: nobody can read it here.
    SMIME,
    /// Encrypted by PGP: nobody can read it here.
    PGP,
    /// Wrapped by Outlook (TNEF, `winmail.dat`): its attachments are inside that file.
    TNEF
  }
}
