package cz.okenko.knowledge.store;

import cz.okenko.knowledge.text.Fingerprint;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// What imports of questions wrote, and what became of it since.
public final class Imports {

  /// A question as it stands in the tables. `imported` is the hash of what an import wrote last, or
  /// empty when none did.
  public record Standing(String hash, boolean withdrawn, String imported) {

    /// Whether nobody but imports has touched it.
    public boolean isAsImported() {
      return hash.equals(imported) && !withdrawn;
    }

    public boolean says(String content) {
      return !withdrawn && hash.equals(Fingerprint.of(content));
    }
  }

  /// All questions, by slug.
  public Map<String, Standing> standing(Handle handle) {
    Map<String, Standing> standing = new HashMap<>();
    handle
        .createQuery(
            """
            select a.slug, w.state, r.content_hash, coalesce(i.content_hash, '') as imported
              from wording w
              join article a on a.article_id = w.article_id
              join revision r on r.article_id = w.article_id and r.number = w.revision
              left join imported i on i.slug = a.slug
             where w.variant = 'faq'
            """)
        .map(
            (rows, context) ->
                standing.put(
                    rows.getString("slug"),
                    new Standing(
                        rows.getString("content_hash"),
                        rows.getString("state").equals("withdrawn"),
                        rows.getString("imported"))))
        .list();
    return standing;
  }

  /// Remembers that these questions are what an import wants them to be.
  public void record(Handle handle, Map<String, String> contents) {
    if (contents.isEmpty()) {
      return;
    }
    var batch =
        handle.prepareBatch(
            """
            insert into imported (slug, content_hash) values (:slug, :hash)
            on conflict (slug) do update set content_hash = excluded.content_hash
            """);
    contents.forEach(
        (slug, content) -> batch.bind("slug", slug).bind("hash", Fingerprint.of(content)).add());
    batch.execute();
  }
}
