package cz.okenko.knowledge.store;

import cz.okenko.knowledge.Slug;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// Articles and their revisions. Shipped content is published as a revision when it is new or has
/// changed since; an article the office has edited is never touched by it.
public final class Revisions {

  private final Ids ids;
  private final InstantSource clock;

  public Revisions(InstantSource clock) {
    this.ids = new Ids(clock);
    this.clock = clock;
  }

  private record Row(String slug, long id, String origin, String state, String hash) {

    boolean isOffices() {
      return origin.equals("office");
    }
  }

  /// Makes the published shipped articles be exactly these, by slug; those gone are withdrawn.
  public void ship(Handle handle, Map<Slug, String> articles) {
    Map<String, Row> present = rows(handle);
    articles.forEach((slug, content) -> ship(handle, slug, content, present));
    present.forEach(
        (slug, row) -> {
          if (!row.isOffices()
              && row.state().equals("published")
              && !articles.containsKey(new Slug(slug))) {
            setState(handle, row.id(), "withdrawn");
          }
        });
  }

  private void ship(Handle handle, Slug slug, String content, Map<String, Row> present) {
    Row row = present.get(slug.value());
    if (row == null) {
      publish(handle, slug, content, "shipped");
    } else if (!row.isOffices()) {
      if (!row.hash().equals(hash(content))) {
        publish(handle, slug, content, "shipped");
      } else if (row.state().equals("withdrawn")) {
        setState(handle, row.id(), "published");
      }
    }
  }

  /// Publishes the office's own text of an article; from then on shipped content leaves it alone.
  public void publishOffices(Handle handle, Slug slug, String content) {
    publish(handle, slug, content, "office");
  }

  /// The published articles in order of their slugs.
  public List<PublishedArticle> published(Handle handle) {
    return handle
        .createQuery(
            """
            select a.slug, r.number, r.content
              from article a
              join revision r on r.article_id = a.article_id and r.number = a.revision
             where a.state = 'published'
             order by a.slug
            """)
        .map(
            (rows, context) ->
                new PublishedArticle(
                    new Slug(rows.getString("slug")),
                    rows.getLong("number"),
                    rows.getString("content")))
        .list();
  }

  private void publish(Handle handle, Slug slug, String content, String origin) {
    long article = articleId(handle, slug, origin);
    long number =
        handle
            .createQuery(
                """
                select coalesce(max(number), 0) + 1 from revision where article_id = :article
                """)
            .bind("article", article)
            .mapTo(Long.class)
            .one();
    handle
        .createUpdate(
            """
            insert into revision
              (revision_id, article_id, number, origin, content, content_hash, published_at)
            values (:id, :article, :number, :origin, :content, :hash, :at)
            """)
        .bind("id", ids.next())
        .bind("article", article)
        .bind("number", number)
        .bind("origin", origin)
        .bind("content", content)
        .bind("hash", hash(content))
        .bind("at", clock.millis())
        .execute();
    handle
        .createUpdate(
            """
            update article
               set revision = :number, origin = :origin, state = 'published'
             where article_id = :article
            """)
        .bind("number", number)
        .bind("origin", origin)
        .bind("article", article)
        .execute();
  }

  private long articleId(Handle handle, Slug slug, String origin) {
    handle
        .createUpdate(
            """
            insert into article (article_id, slug, language, origin, state, revision)
            values (:id, :slug, 'cs', :origin, 'published', 0)
            on conflict (slug) do nothing
            """)
        .bind("id", ids.next())
        .bind("slug", slug.value())
        .bind("origin", origin)
        .execute();
    return handle
        .createQuery("select article_id from article where slug = :slug")
        .bind("slug", slug.value())
        .mapTo(Long.class)
        .one();
  }

  private static void setState(Handle handle, long article, String state) {
    handle
        .createUpdate("update article set state = :state where article_id = :article")
        .bind("state", state)
        .bind("article", article)
        .execute();
  }

  private static Map<String, Row> rows(Handle handle) {
    Map<String, Row> rows = new HashMap<>();
    handle
        .createQuery(
            """
            select a.slug, a.article_id, a.origin, a.state, r.content_hash
              from article a
              join revision r on r.article_id = a.article_id and r.number = a.revision
            """)
        .map(
            (row, context) ->
                new Row(
                    row.getString("slug"),
                    row.getLong("article_id"),
                    row.getString("origin"),
                    row.getString("state"),
                    row.getString("content_hash")))
        .forEach(row -> rows.put(row.slug(), row));
    return rows;
  }

  private static String hash(String content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
