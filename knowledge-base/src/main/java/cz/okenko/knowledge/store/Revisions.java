package cz.okenko.knowledge.store;

import cz.okenko.knowledge.Effect;
import cz.okenko.knowledge.Slug;
import cz.okenko.knowledge.Variant;
import cz.okenko.knowledge.text.Fingerprint;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Articles and the revisions of their texts. Shipped content is published as a revision when it is
/// new or has changed since; a text the office has edited is never touched by it.
public final class Revisions {

  private static final String SHIPPED = "shipped";
  private static final String OFFICE = "office";

  private static final String REVISION =
      """
      insert into revision
        (revision_id, article_id, number, variant, origin, content, content_hash, published_at)
      values (:id, :article, :number, :variant, :origin, :content, :hash, :at)
      """;

  private static final String WORDING =
      """
      insert into wording (article_id, variant, origin, state, revision)
      values (:article, :variant, :origin, 'published', :number)
      on conflict (article_id, variant) do update
         set origin = excluded.origin, state = 'published', revision = excluded.revision
      """;

  private final Ids ids;
  private final InstantSource clock;

  public Revisions(InstantSource clock) {
    this.ids = new Ids(clock);
    this.clock = clock;
  }

  /// What came of publishing a text: its revision now, and what that did to it.
  public record Outcome(TextKey key, long revision, Effect effect) {}

  /// Makes the published shipped texts be exactly these; those gone are withdrawn.
  public void ship(Handle handle, Map<TextKey, String> texts) {
    Present present = Present.read(handle, "");
    Map<TextKey, String> due = new HashMap<>();
    texts.forEach(
        (key, content) -> {
          Present.Row row = present.row(key);
          if (row == null || (!row.isOffices() && !row.says(Fingerprint.of(content)))) {
            due.put(key, content);
          }
        });
    publish(handle, due, SHIPPED, present);
    present.forEachShipped(
        key -> {
          if (!texts.containsKey(key)) {
            withdraw(handle, key, SHIPPED);
          }
        });
  }

  /// Publishes the office's own texts; from then on shipped content leaves them alone. A text that
  /// says what is published already makes no revision.
  public List<Outcome> publishOffices(Handle handle, Map<TextKey, String> texts) {
    Present present = present(handle, texts);
    List<Outcome> outcomes = preview(texts, present);
    Map<TextKey, String> due = new HashMap<>();
    for (Outcome outcome : outcomes) {
      if (outcome.effect() != Effect.SAME) {
        due.put(outcome.key(), texts.getOrDefault(outcome.key(), ""));
      }
    }
    Map<TextKey, Long> numbers = publish(handle, due, OFFICE, present);
    return outcomes.stream()
        .map(
            outcome ->
                new Outcome(
                    outcome.key(),
                    numbers.getOrDefault(outcome.key(), outcome.revision()),
                    outcome.effect()))
        .toList();
  }

  /// What publishing these texts would do.
  public List<Outcome> preview(Handle handle, Map<TextKey, String> texts) {
    return preview(texts, present(handle, texts));
  }

  private static Present present(Handle handle, Map<TextKey, String> texts) {
    return Present.read(
        handle, texts.size() == 1 ? texts.keySet().iterator().next().slug().value() : "");
  }

  private static List<Outcome> preview(Map<TextKey, String> texts, Present present) {
    List<Outcome> outcomes = new ArrayList<>();
    texts.forEach(
        (key, content) -> {
          Present.Row row = present.row(key);
          if (row == null || row.isWithdrawn()) {
            outcomes.add(new Outcome(key, 0, Effect.NEW));
          } else {
            Effect effect = row.says(Fingerprint.of(content)) ? Effect.SAME : Effect.CHANGED;
            outcomes.add(new Outcome(key, row.revision(), effect));
          }
        });
    return outcomes;
  }

  /// Takes a text away from citizens for good: shipped content does not bring it back.
  public void withdraw(Handle handle, TextKey key) {
    withdraw(handle, key, OFFICE);
  }

  private static void withdraw(Handle handle, TextKey key, String origin) {
    handle
        .createUpdate(
            """
            update wording
               set state = 'withdrawn', origin = :origin
             where variant = :variant
               and article_id = (select article_id from article where slug = :slug)
            """)
        .bind("origin", origin)
        .bind("variant", key.variant().code())
        .bind("slug", key.slug().value())
        .execute();
  }

  /// The published texts in order of their slugs.
  public List<PublishedText> published(Handle handle) {
    return handle
        .createQuery(
            """
            select a.slug, w.variant, r.number, r.content
              from wording w
              join article a on a.article_id = w.article_id
              join revision r on r.article_id = w.article_id and r.number = w.revision
             where w.state = 'published'
             order by a.slug, w.variant
            """)
        .map(
            (rows, context) ->
                new PublishedText(
                    new TextKey(
                        new Slug(rows.getString("slug")),
                        Variant.of(rows.getString("variant")).orElseThrow()),
                    rows.getLong("number"),
                    rows.getString("content")))
        .list();
  }

  /// Writes a revision of each text and makes it the published one; the numbers of the revisions.
  private Map<TextKey, Long> publish(
      Handle handle, Map<TextKey, String> texts, String origin, Present present) {
    Map<TextKey, Long> numbers = new HashMap<>();
    if (texts.isEmpty()) {
      return numbers;
    }
    Map<Slug, Long> articles = articles(handle, texts, origin, present);
    PreparedBatch revision = handle.prepareBatch(REVISION);
    PreparedBatch wording = handle.prepareBatch(WORDING);
    texts.forEach(
        (key, content) -> {
          long article = articles.getOrDefault(key.slug(), 0L);
          long number = present.nextNumber(key.slug());
          numbers.put(key, number);
          revision
              .bind("id", ids.next())
              .bind("content", content)
              .bind("hash", Fingerprint.of(content))
              .bind("at", clock.millis());
          for (PreparedBatch batch : List.of(revision, wording)) {
            batch
                .bind("article", article)
                .bind("variant", key.variant().code())
                .bind("origin", origin)
                .bind("number", number)
                .add();
          }
        });
    revision.execute();
    wording.execute();
    return numbers;
  }

  /// The ids of the texts' articles, those that were missing made.
  private Map<Slug, Long> articles(
      Handle handle, Map<TextKey, String> texts, String origin, Present present) {
    Map<Slug, Long> articles = new HashMap<>();
    var batch =
        handle.prepareBatch(
            """
            insert into article (article_id, slug, language, origin, state, revision)
            values (:id, :slug, 'cs', :origin, 'published', 0)
            """);
    for (TextKey key : texts.keySet()) {
      if (articles.containsKey(key.slug())) {
        continue;
      }
      long known = present.article(key.slug());
      articles.put(key.slug(), known == 0 ? ids.next() : known);
      if (known == 0) {
        batch
            .bind("id", articles.get(key.slug()))
            .bind("slug", key.slug().value())
            .bind("origin", origin)
            .add();
      }
    }
    if (batch.size() > 0) {
      batch.execute();
    }
    return articles;
  }
}
