package cz.okenko.connectors.email.intake;

import cz.okenko.connectors.Notebook;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/// How far a folder was read (rule EM-15): the number of its generation (UIDVALIDITY) and the last
/// UID. When the server begins a new generation, UIDs mean nothing any more and the folder is read
/// again; what is known already is recognised by its content.
///
/// @param validity UIDVALIDITY, 0 when the folder was never read
/// @param last UID that was taken in
/// @param until UID of the last mail that was there when this generation was seen first
/// @param since the day the folder was read first; [LocalDate#MAX] while it is read first
record Progress(long validity, long last, long until, LocalDate since) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d-MMM-uuuu", Locale.ENGLISH);
  private static final String NEVER = "never";

  static Progress read(Notebook notebook, String folder) {
    String[] pieces = notebook.read(key(folder)).orElse("0 0 0 " + NEVER).split(" ", 4);
    return new Progress(
        Long.parseLong(pieces[0]),
        Long.parseLong(pieces[1]),
        Long.parseLong(pieces[2]),
        pieces[3].equals(NEVER) ? LocalDate.MAX : LocalDate.parse(pieces[3]));
  }

  void write(Notebook notebook, String folder) {
    String day = since.equals(LocalDate.MAX) ? NEVER : since.toString();
    notebook.write(Map.of(key(folder), validity + " " + last + " " + until + " " + day));
  }

  private static String key(String folder) {
    return "folder/" + folder;
  }

  /// The same for the generation that the server has now.
  ///
  /// @param next UID the next mail will get
  Progress in(long generation, long next) {
    return generation == validity
        ? this
        : new Progress(generation, 0, Math.max(0, next - 1), since);
  }

  Progress readTo(long uid) {
    return new Progress(validity, uid, until, since);
  }

  /// Everything that was there is taken in.
  Progress drained(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return since.equals(LocalDate.MAX)
        ? new Progress(validity, Math.max(last, until), until, today)
        : this;
  }

  /// Whether some of what was there before must be told apart.
  boolean hasEarlier() {
    return last < until;
  }

  /// IMAP search for mails that were there before and are still to be taken in. When a folder is
  /// read for the first time, what somebody has read already is theirs; after a new generation also
  /// what came since the first time, because it may have come while nobody looked.
  String earlier() {
    String which =
        since.equals(LocalDate.MAX) ? "UNSEEN" : "OR UNSEEN SINCE " + DAY.format(since);
    return which + " UID " + (last + 1) + ":" + until;
  }

  /// IMAP search for all others.
  String later() {
    return "UID " + (Math.max(last, until) + 1) + ":*";
  }

  boolean isLater(long uid) {
    return uid > Math.max(last, until);
  }
}
