package cz.okenko.gateway.conversation;

import cz.okenko.connectors.Address;
import cz.okenko.connectors.Transcript;
import cz.okenko.connectors.Transcript.Enclosed;
import cz.okenko.connectors.Transcript.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Files under what clerks said: rows of `attachment`, made of those of `draft_file` when they are sent.
final class EnclosureRows {
  private EnclosureRows() {}

  /// Moves files under a message, out of the draft of whoever holds the conversation.
  ///
  /// @throws Utterance.FilesGone when one of them is not in a draft any more; nothing must be stored then
  static List<Enclosed> attach(
      Handle handle, Conversation conversation, long message, List<Long> files) {
    var attached = new ArrayList<Enclosed>();
    for (long file : files) {
      attached.add(
          handle
              .createQuery(
                  """
                  insert into attachment (id, message, channel, name, type, size, reference,
                                          state, file, bytes, sniffed, scan)
                  select id, :message, :channel, name, sniffed, size, '',
                         'kept', file, size, sniffed, scan
                    from draft_file
                   where id = :id and conversation = :conversation and state = 'kept'
                     and clerk = (select c.clerk from conversation c where c.id = :conversation)
                  returning id, name, bytes
                  """)
              .bind("message", message)
              .bind("channel", conversation.address().channel())
              .bind("id", file)
              .bind("conversation", conversation.id().value())
              .map(
                  (row, context) ->
                      new Enclosed(row.getLong("id"), row.getString("name"), row.getLong("bytes")))
              .findOne()
              .orElseThrow(Utterance.FilesGone::new));
      handle.createUpdate("delete from draft_file where id = :id").bind("id", file).execute();
    }
    return attached;
  }

  /// What the citizen may see, with the files under it.
  static List<Line> visible(Handle handle, Address address, long after, int limit) {
    List<Line> lines = MessageRows.visible(handle, address, after, limit);
    if (lines.stream().noneMatch(line -> line.author() == Transcript.Author.CLERK)) {
      return lines;
    }
    Map<Long, List<Enclosed>> files = sent(handle, address, after);
    return lines.stream()
        .map(line -> files.containsKey(line.id()) ? line.enclosing(files.get(line.id())) : line)
        .toList();
  }

  private static Map<Long, List<Enclosed>> sent(Handle handle, Address address, long after) {
    return handle
        .createQuery(
            """
            select a.message, a.id, a.name, a.bytes
              from conversation c
              join message m on m.conversation = c.id
              join attachment a on a.message = m.id
             where c.channel = :channel and c.address = :address
               and m.id > :after and m.author = 'clerk' and a.state = 'kept'
             order by a.id
            """)
        .bind("channel", address.channel())
        .bind("address", address.value())
        .bind("after", after)
        .map(
            (row, context) ->
                Map.entry(
                    row.getLong("message"),
                    new Enclosed(row.getLong("id"), row.getString("name"), row.getLong("bytes"))))
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }
}
