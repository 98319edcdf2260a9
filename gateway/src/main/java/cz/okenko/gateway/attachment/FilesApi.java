package cz.okenko.gateway.attachment;

import cz.okenko.connectors.http.Download;
import cz.okenko.connectors.http.Problem;
import cz.okenko.gateway.access.Audit;
import cz.okenko.gateway.access.Caller;
import cz.okenko.gateway.access.ConsoleGuard;
import cz.okenko.gateway.access.Deed;
import cz.okenko.gateway.access.Right;
import cz.okenko.gateway.access.Subject;
import cz.okenko.gateway.attachment.AttachmentRows.Held;
import cz.okenko.gateway.store.Store;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/// Files of citizens, and those that were sent to them, as downloads for signed-in clerks; to be registered under `/api/console`. A
/// browser is told to show none of them: it is saved as a file, under its name made harmless.
public final class FilesApi implements HttpService {
  private final Store store;
  private final Cabinet cabinet;
  private final ConsoleGuard guard;
  private final Audit audit;

  public FilesApi(Store store, FileStorage files, ConsoleGuard guard, Audit audit) {
    this.store = store;
    this.cabinet = files.cabinet();
    this.guard = guard;
    this.audit = audit;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/files/{id}", this::download);
  }

  private void download(ServerRequest request, ServerResponse response) {
    Caller caller = guard.asking(request, Right.SEE_CONVERSATIONS);
    String id = request.path().pathParameters().get("id");
    if (!id.matches("\\d{1,16}")) {
      throw Problem.notFound().asException();
    }
    Held held =
        store
            .read(handle -> AttachmentRows.find(handle, Long.parseLong(id)))
            .orElseThrow(() -> Problem.notFound().asException());
    if (!held.state().equals("kept")) {
      throw missing(held).asException();
    }
    audit.saw(caller, Deed.DOWNLOADED, Subject.file(Long.parseLong(id)));
    String name = FileName.of(held.name(), held.sniffed(), held.file());
    try {
      Download.send(response, name, held.bytes(), Files.newInputStream(cabinet.path(held.file())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Problem missing(Held held) {
    return switch (held.state()) {
      case "infected" ->
          new Problem(403, "This file is in quarantine.", "The scanner found harm in it.");
      case "too-large" ->
          new Problem(410, "This file was too large to be kept.", "Ask for it another way.");
      case "gone" -> new Problem(410, "This file is gone.", "The channel has it no more.");
      default -> new Problem(409, "This file is not here yet.", "Try again later.");
    };
  }
}
