package cz.okenko.gateway.citizen;

import cz.okenko.gateway.access.Clerk;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The tables `citizen_note` and `citizen_note_version`.
final class NoteRows {
  private NoteRows() {}

  /// One wording of a note.
  ///
  /// @param clerk who wrote it, `name` as they were called then
  record Wording(
      long note, long conversation, int version, String text, long clerk, String name, Instant at) {}

  /// All wordings of the notes of a conversation, oldest first.
  static List<Wording> of(Handle handle, long conversation) {
    return handle
        .createQuery(
            """
            select v.note, n.conversation, v.version, v.text, v.clerk, v.name, v.at
              from citizen_note n
              join citizen_note_version v on v.note = n.id
             where n.conversation = :conversation
             order by v.note, v.version
            """)
        .bind("conversation", conversation)
        .map(
            (row, context) ->
                new Wording(
                    row.getLong("note"),
                    row.getLong("conversation"),
                    row.getInt("version"),
                    row.getString("text"),
                    row.getLong("clerk"),
                    row.getString("name"),
                    Instant.ofEpochMilli(row.getLong("at"))))
        .list();
  }

  /// The conversation of a note.
  static Optional<Long> conversation(Handle handle, long note) {
    return handle
        .createQuery("select conversation from citizen_note where id = :note")
        .bind("note", note)
        .mapTo(Long.class)
        .findOne();
  }

  static void add(Handle handle, long note, long conversation) {
    handle
        .createUpdate(
            "insert into citizen_note (id, conversation, version) values (:note, :conversation, 0)")
        .bind("note", note)
        .bind("conversation", conversation)
        .execute();
  }

  /// Puts the next wording behind the one that was seen; false when there is another one by now.
  static boolean write(
      Handle handle, NoteId note, String text, Clerk clerk, Instant at) {
    int changed =
        handle
            .createUpdate(
                "update citizen_note set version = version + 1 where id = :note and version = :seen")
            .bind("note", note.id)
            .bind("seen", note.seen)
            .execute();
    if (changed == 0) {
      return false;
    }
    handle
        .createUpdate(
            """
            insert into citizen_note_version (note, version, text, clerk, name, at)
            values (:note, :version, :text, :clerk, :name, :at)
            """)
        .bind("note", note.id)
        .bind("version", note.seen + 1)
        .bind("text", text)
        .bind("clerk", clerk.id().value())
        .bind("name", clerk.name())
        .bind("at", at.toEpochMilli())
        .execute();
    return true;
  }

  /// A note as somebody saw it.
  record NoteId(long id, int seen) {}

  /// Deletes a note with every wording; false when there is another wording than was seen.
  static boolean delete(Handle handle, NoteId note) {
    boolean asSeen =
        handle
            .createQuery(
                "select exists (select 1 from citizen_note where id = :note and version = :seen)")
            .bind("note", note.id)
            .bind("seen", note.seen)
            .mapTo(Boolean.class)
            .one();
    if (asSeen) {
      delete(handle, note.id);
    }
    return asSeen;
  }

  static void forget(Handle handle, long conversation) {
    of(handle, conversation).stream()
        .map(Wording::note)
        .distinct()
        .forEach(note -> delete(handle, note));
  }

  private static void delete(Handle handle, long note) {
    handle
        .createUpdate("delete from citizen_note_version where note = :note")
        .bind("note", note)
        .execute();
    handle.createUpdate("delete from citizen_note where id = :note").bind("note", note).execute();
  }
}
