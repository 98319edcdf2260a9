package cz.okenko.gateway.citizen;

import cz.okenko.gateway.conversation.ConversationId;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// One citizen, as far as they proved who they are: all conversations of their addresses, and those that a
/// code of theirs tied to one of these. The same name, number or e-mail in two conversations proves nothing.
final class Person {
  /// More than anybody has; whatever goes beyond is a fault and must not stop the house.
  private static final int MOST = 2_000;

  private Person() {}

  /// The conversations of whoever had this one, oldest first.
  static List<ConversationId> of(Handle handle, ConversationId one) {
    Set<Long> found = new LinkedHashSet<>();
    var waiting = new ArrayDeque<Long>();
    waiting.add(one.value());
    while (!waiting.isEmpty() && found.size() < MOST) {
      long next = waiting.remove();
      if (found.add(next)) {
        waiting.addAll(tied(handle, next));
      }
    }
    return found.stream().sorted().map(ConversationId::new).toList();
  }

  private static List<Long> tied(Handle handle, long id) {
    return handle
        .createQuery(
            """
            select o.id
              from conversation c
              join conversation o on o.channel = c.channel and o.address = c.address
             where c.id = :id
            union
            select continues from conversation where id = :id and continues <> 0
            union
            select id from conversation where continues = :id and continues <> 0
            """)
        .bind("id", id)
        .mapTo(Long.class)
        .list();
  }
}
