package cz.okenko.knowledge.store;

import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/// Lists of the office's own, by the names they have among content files.
public final class Lists {

  public Map<String, String> all(Handle handle) {
    Map<String, String> lists = new TreeMap<>();
    handle
        .createQuery("select name, content from content_list")
        .map((rows, context) -> lists.put(rows.getString("name"), rows.getString("content")))
        .list();
    return lists;
  }

  /// Puts these in the place of those with the same names.
  public void put(Handle handle, Map<String, String> lists) {
    lists.forEach(
        (name, content) ->
            handle
                .createUpdate(
                    """
                    insert into content_list (name, content) values (:name, :content)
                    on conflict (name) do update set content = excluded.content
                    """)
                .bind("name", name)
                .bind("content", content)
                .execute());
  }
}
