package cz.okenko.gateway.attachment;

import cz.okenko.gateway.settings.ScannerAt;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Where files are, and who looks into them.
public record FileStorage(Cabinet cabinet, Scanner scanner) {

  /// In that folder, which is made when it is needed.
  public static FileStorage in(Path folder, ScannerAt at) {
    Scanner scanner =
        switch (at) {
          case ScannerAt.Nowhere() -> Scanner.none();
          case ScannerAt.Host(String name, int port) ->
              new Clamd(() -> new InetSocketAddress(name, port));
          case ScannerAt.Socket(Path path) -> new Clamd(() -> UnixDomainSocketAddress.of(path));
        };
    return new FileStorage(new Cabinet(folder), scanner);
  }

  /// Forgets the files of a conversation, who sent them and what they were called, also those of drafts, inside the writer's transaction.
  ///
  /// @return names under which [#remove] finds them
  public static List<String> forget(Handle handle, long conversation) {
    return Stream.of(
            AttachmentRows.forget(handle, conversation), DraftFileRows.forget(handle, conversation))
        .flatMap(List::stream)
        .toList();
  }

  /// Removes a file for good, if it is here.
  public void remove(String name) throws IOException {
    cabinet.remove(name);
  }
}
