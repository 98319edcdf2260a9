package cz.okenko.knowledge.store;

import cz.okenko.knowledge.Slug;
import cz.okenko.knowledge.Variant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What the tables know of the texts before something is published; read once for many texts.
final class Present {

  private final Map<TextKey, Row> rows = new HashMap<>();
  private final Map<Slug, Long> articles = new HashMap<>();
  private final Map<Slug, Long> lastNumbers = new HashMap<>();

  private Present() {}

  /// The state of one text.
  record Row(String origin, String state, String hash, long revision) {

    boolean isOffices() {
      return origin.equals("office");
    }

    boolean isWithdrawn() {
      return state.equals("withdrawn");
    }

    boolean says(String hashed) {
      return hash.equals(hashed) && !isWithdrawn();
    }
  }

  /// Reads the article with this slug, or all when it is empty.
  static Present read(Handle handle, String slug) {
    Present present = new Present();
    handle
        .createQuery(
            """
            select a.slug, a.article_id, w.variant, w.origin, w.state, w.revision, r.content_hash,
                   (select max(number) from revision m where m.article_id = a.article_id) as last
              from article a
              join wording w on w.article_id = a.article_id
              join revision r on r.article_id = w.article_id and r.number = w.revision
             where :slug = '' or a.slug = :slug
            """)
        .bind("slug", slug)
        .map(
            (row, context) -> {
              Slug found = new Slug(row.getString("slug"));
              present.articles.put(found, row.getLong("article_id"));
              present.lastNumbers.put(found, row.getLong("last"));
              present.rows.put(
                  new TextKey(found, Variant.of(row.getString("variant")).orElseThrow()),
                  new Row(
                      row.getString("origin"),
                      row.getString("state"),
                      row.getString("content_hash"),
                      row.getLong("revision")));
              return found;
            })
        .list();
    return present;
  }

  @Nullable Row row(TextKey key) {
    return rows.get(key);
  }

  /// The id of the article, or 0 when there is none.
  long article(Slug slug) {
    return articles.getOrDefault(slug, 0L);
  }

  /// The next number of a revision of the article; counts up with every call.
  long nextNumber(Slug slug) {
    return lastNumbers.merge(slug, 1L, Long::sum);
  }

  void forEachShipped(Consumer<TextKey> work) {
    rows.forEach(
        (key, row) -> {
          if (!row.isOffices() && !row.isWithdrawn()) {
            work.accept(key);
          }
        });
  }
}
