package cz.okenko.gateway.handoff;

import cz.okenko.gateway.access.ClerkId;
import cz.okenko.gateway.handoff.QueueRows.View;
import cz.okenko.gateway.handoff.QueueRows.Wanted;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The table `saved_view`: filters a clerk keeps under a name. Only that clerk sees them.
final class ViewRows {
  /// More would not be a choice any more.
  static final int MOST = 20;

  private ViewRows() {}

  record Saved(String name, Wanted wanted) {}

  static List<Saved> of(Handle handle, ClerkId clerk) {
    return handle
        .createQuery(
            """
            select name, view, agenda, channel, language, unread, overdue
              from saved_view
             where clerk = :clerk
             order by name
            """)
        .bind("clerk", clerk.value())
        .map(
            (row, context) ->
                new Saved(
                    row.getString("name"),
                    new Wanted(
                        View.of(row.getString("view")).orElse(View.WAITING),
                        row.getString("agenda"),
                        row.getString("channel"),
                        row.getString("language"),
                        row.getBoolean("unread"),
                        row.getBoolean("overdue"))))
        .list();
  }

  /// Keeps it in place of one of that name; false when the clerk has as many as may be.
  static boolean put(Handle handle, ClerkId clerk, Saved saved) {
    drop(handle, clerk, saved.name);
    if (of(handle, clerk).size() >= MOST) {
      return false;
    }
    handle
        .createUpdate(
            """
            insert into saved_view (clerk, name, view, agenda, channel, language, unread, overdue)
            values (:clerk, :name, :view, :agenda, :channel, :language, :unread, :overdue)
            """)
        .bind("clerk", clerk.value())
        .bind("name", saved.name)
        .bind("view", saved.wanted.view().code())
        .bind("agenda", saved.wanted.agenda())
        .bind("channel", saved.wanted.channel())
        .bind("language", saved.wanted.language())
        .bind("unread", saved.wanted.unread() ? 1 : 0)
        .bind("overdue", saved.wanted.overdue() ? 1 : 0)
        .execute();
    return true;
  }

  /// How many went: none or one.
  static int drop(Handle handle, ClerkId clerk, String name) {
    return handle
        .createUpdate("delete from saved_view where clerk = :clerk and name = :name")
        .bind("clerk", clerk.value())
        .bind("name", name)
        .execute();
  }
}
