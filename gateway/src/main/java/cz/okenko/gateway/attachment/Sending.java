package cz.okenko.gateway.attachment;

import cz.okenko.connectors.Address;
import cz.okenko.connectors.Enclosure;
import cz.okenko.connectors.SentFiles;
import cz.okenko.gateway.store.Store;
import java.io.FileNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Files clerks sent along, as channels carry them and hand them out. Safe for any thread.
public final class Sending implements SentFiles {
  private final Store store;
  private final Cabinet cabinet;

  public Sending(Store store, FileStorage files) {
    this.store = store;
    this.cabinet = files.cabinet();
  }

  /// What goes along with a message, in the clerk's order.
  ///
  /// @throws FileNotFoundException when one of them is not there any more
  public List<Enclosure> of(long message) throws FileNotFoundException {
    List<Enclosure> all =
        store.read(
            handle ->
                handle
                    .createQuery(
                        """
                        select a.id, a.name, a.sniffed, a.bytes, a.file
                          from attachment a
                         where a.message = :message and a.state = 'kept'
                         order by a.id
                        """)
                    .bind("message", message)
                    .map((row, context) -> enclosure(row))
                    .list());
    for (Enclosure one : all) {
      if (one.size() < 0) {
        throw new FileNotFoundException("file " + one.id() + " is not in the cabinet");
      }
    }
    return all;
  }

  @Override
  public Optional<Sent> find(long id) {
    return store
        .read(
            handle ->
                handle
                    .createQuery(
                        """
                        select a.id, a.name, a.sniffed, a.bytes, a.file, c.channel, c.address
                          from attachment a
                          join message m on m.id = a.message and m.author = 'clerk'
                          join conversation c on c.id = m.conversation
                         where a.id = :id and a.state = 'kept'
                        """)
                    .bind("id", id)
                    .map(
                        (row, context) ->
                            new Sent(
                                new Address(row.getString("channel"), row.getString("address")),
                                enclosure(row)))
                    .findOne())
        .filter(sent -> sent.file().size() >= 0);
  }

  /// Of size -1 when the file is not in the cabinet. A type of our own making is told to nobody.
  private Enclosure enclosure(ResultSet row) throws SQLException {
    Path path = cabinet.path(row.getString("file"));
    String type = row.getString("sniffed");
    return new Enclosure(
        row.getLong("id"),
        row.getString("name"),
        type.startsWith("application/x-") ? FileType.UNKNOWN.media() : type,
        Files.exists(path) ? row.getLong("bytes") : -1,
        () -> Files.newInputStream(path));
  }
}
