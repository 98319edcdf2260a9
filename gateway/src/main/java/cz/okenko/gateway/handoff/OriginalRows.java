package cz.okenko.gateway.handoff;

import cz.okenko.knowledge.Language;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// What clerks wrote before it was translated: rows of `translation` that no machine made.
final class OriginalRows {
  private OriginalRows() {}

  /// Keeps a text under the message that was said with a key.
  static int put(Handle handle, String key, String text, Instant at) {
    return handle
        .createUpdate(
            """
            insert into translation (message, language, text, machine, edition, at)
            select id, :language, :text, 0, edition, :at
              from message
             where channel = 'office' and external_id = :key
            on conflict (message, language) do nothing
            """)
        .bind("key", key)
        .bind("language", Language.CS.code())
        .bind("text", text)
        .bind("at", at.toEpochMilli())
        .execute();
  }
}
