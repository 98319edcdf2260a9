package cz.okenko.gateway.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/// The table `audit`.
final class AuditRows {
  static final int PAGE = 50;

  private AuditRows() {}

  /// @param deed its code, kept as it was written even when nobody does it any more
  /// @param subjectName the clerk's or integration's, as it is now, when it was read back; else empty
  record Entry(
      long id,
      Instant at,
      Actor actor,
      String deed,
      Subject subject,
      String subjectName,
      String network) {}

  /// What is looked for; what is empty, or 0, does not matter. Days from the first instant on and
  /// before the last one.
  record Wanted(long clerk, String deed, Subject subject, Instant from, Instant until) {}

  static void insert(Handle handle, Entry entry) {
    handle
        .createUpdate(
            """
            insert into audit (id, at, actor, actor_id, deed, subject, subject_id, network)
                 values (:id, :at, :actor, :actorId, :deed, :subject, :subjectId, :network)
            """)
        .bind("id", entry.id())
        .bind("at", entry.at().toEpochMilli())
        .bind("actor", entry.actor().kind())
        .bind("actorId", entry.actor().id())
        .bind("deed", entry.deed())
        .bind("subject", entry.subject().kind())
        .bind("subjectId", entry.subject().id())
        .bind("network", entry.network())
        .execute();
  }

  /// When the actor last did that to the subject.
  static Optional<Instant> newest(Handle handle, Actor actor, Deed deed, Subject subject) {
    return handle
        .createQuery(
            """
            select at
              from audit
             where subject = :subject and subject_id = :subjectId
               and actor = :actor and actor_id = :actorId and deed = :deed
             order by id desc
             limit 1
            """)
        .bind("subject", subject.kind())
        .bind("subjectId", subject.id())
        .bind("actor", actor.kind())
        .bind("actorId", actor.id())
        .bind("deed", deed.code())
        .map((row, context) -> Instant.ofEpochMilli(row.getLong("at")))
        .findOne();
  }

  static long newest(Handle handle) {
    return handle
        .createQuery("select coalesce(max(id), 0) from audit")
        .mapTo(Long.class)
        .one();
  }

  static int forget(Handle handle, Instant tooOld) {
    return handle
        .createUpdate("delete from audit where at < :tooOld")
        .bind("tooOld", tooOld.toEpochMilli())
        .execute();
  }

  /// The newest below an id. Each way of asking has an index that gives them in order, so a page costs
  /// the same in a large audit as in a small one; the plus keeps days from being looked up first and
  /// everything in them from being sorted.
  static List<Entry> page(Handle handle, Wanted wanted, long before) {
    Query query =
        !wanted.subject().kind().isEmpty()
            ? ofSubject(handle, wanted.subject())
            : wanted.clerk() != 0
                ? ofClerk(handle)
                : !wanted.deed().isEmpty() ? ofDeed(handle) : ofAll(handle);
    return query
        .bind("clerk", wanted.clerk())
        .bind("deed", wanted.deed())
        .bind("from", wanted.from().toEpochMilli())
        .bind("until", wanted.until().toEpochMilli())
        .bind("before", before)
        .bind("most", PAGE)
        .map(AuditRows::entry)
        .list();
  }

  private static Query ofSubject(Handle handle, Subject subject) {
    return handle
        .createQuery(
            """
            select a.id, a.at, a.actor, a.actor_id, a.deed, a.subject, a.subject_id, a.network,
                   coalesce(c.name, i.name, '') as name,
                   coalesce(d.name, j.name, '') as subject_name
              from audit a
              left join clerk c on c.id = a.actor_id
              left join integration i on i.id = a.actor_id
              left join clerk d on a.subject = 'clerk' and d.id = cast(a.subject_id as bigint)
              left join integration j
                on a.subject = 'integration' and j.id = cast(a.subject_id as bigint)
             where a.subject = :subject and a.subject_id = :subjectId and a.id < :before
               and (:clerk = 0 or (a.actor = 'clerk' and a.actor_id = :clerk))
               and (:deed = '' or a.deed = :deed)
               and +a.at >= :from and +a.at < :until
             order by a.id desc
             limit :most
            """)
        .bind("subject", subject.kind())
        .bind("subjectId", subject.id());
  }

  private static Query ofClerk(Handle handle) {
    return handle.createQuery(
        """
        select a.id, a.at, a.actor, a.actor_id, a.deed, a.subject, a.subject_id, a.network,
               coalesce(c.name, i.name, '') as name,
               coalesce(d.name, j.name, '') as subject_name
          from audit a
          left join clerk c on c.id = a.actor_id
          left join integration i on i.id = a.actor_id
          left join clerk d on a.subject = 'clerk' and d.id = cast(a.subject_id as bigint)
          left join integration j
            on a.subject = 'integration' and j.id = cast(a.subject_id as bigint)
         where a.actor = 'clerk' and a.actor_id = :clerk and a.id < :before
           and (:deed = '' or a.deed = :deed)
           and +a.at >= :from and +a.at < :until
         order by a.id desc
         limit :most
        """);
  }

  private static Query ofDeed(Handle handle) {
    return handle.createQuery(
        """
        select a.id, a.at, a.actor, a.actor_id, a.deed, a.subject, a.subject_id, a.network,
               coalesce(c.name, i.name, '') as name,
               coalesce(d.name, j.name, '') as subject_name
          from audit a
          left join clerk c on c.id = a.actor_id
          left join integration i on i.id = a.actor_id
          left join clerk d on a.subject = 'clerk' and d.id = cast(a.subject_id as bigint)
          left join integration j
            on a.subject = 'integration' and j.id = cast(a.subject_id as bigint)
         where a.deed = :deed and a.id < :before
           and :clerk = 0 and +a.at >= :from and +a.at < :until
         order by a.id desc
         limit :most
        """);
  }

  private static Query ofAll(Handle handle) {
    return handle.createQuery(
        """
        select a.id, a.at, a.actor, a.actor_id, a.deed, a.subject, a.subject_id, a.network,
               coalesce(c.name, i.name, '') as name,
               coalesce(d.name, j.name, '') as subject_name
          from audit a
          left join clerk c on c.id = a.actor_id
          left join integration i on i.id = a.actor_id
          left join clerk d on a.subject = 'clerk' and d.id = cast(a.subject_id as bigint)
          left join integration j
            on a.subject = 'integration' and j.id = cast(a.subject_id as bigint)
         where a.id < :before
           and :clerk = 0 and :deed = '' and +a.at >= :from and +a.at < :until
         order by a.id desc
         limit :most
        """);
  }

  private static Entry entry(ResultSet row, StatementContext context) throws SQLException {
    return new Entry(
        row.getLong("id"),
        Instant.ofEpochMilli(row.getLong("at")),
        new Actor(row.getString("actor"), row.getLong("actor_id"), row.getString("name")),
        row.getString("deed"),
        new Subject(row.getString("subject"), row.getString("subject_id")),
        row.getString("subject_name"),
        row.getString("network"));
  }
}
