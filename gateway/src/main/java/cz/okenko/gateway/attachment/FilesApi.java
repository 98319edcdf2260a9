package cz.okenko.gateway.attachment;

import cz.okenko.connectors.http.Problem;
import cz.okenko.gateway.access.Audit;
import cz.okenko.gateway.access.Caller;
import cz.okenko.gateway.access.ConsoleGuard;
import cz.okenko.gateway.access.Deed;
import cz.okenko.gateway.access.Right;
import cz.okenko.gateway.access.Subject;
import cz.okenko.gateway.attachment.AttachmentRows.Held;
import cz.okenko.gateway.store.Store;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files of citizens as downloads for signed-in clerks; to be registered under `/api/console`. A
/// browser is told to show none of them: it is saved as a file, under its name made harmless.
public final class FilesApi implements HttpService {
  private static final HeaderName SECURITY_POLICY = HeaderNames.create("Content-Security-Policy");
  private static final HeaderName RESOURCE_POLICY =
      HeaderNames.create("Cross-Origin-Resource-Policy");

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
    response.header(HeaderNames.CONTENT_TYPE, "application/octet-stream");
    response.header(HeaderNames.CONTENT_LENGTH, Long.toString(held.bytes()));
    response.header(HeaderNames.CONTENT_DISPOSITION, FileName.disposition(held));
    response.header(HeaderNames.CACHE_CONTROL, "private, no-store");
    response.header(SECURITY_POLICY, "sandbox; default-src 'none'");
    response.header(RESOURCE_POLICY, "same-origin");
    send(cabinet.path(held.file()), response);
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

  private static void send(Path file, ServerResponse response) {
    try (OutputStream out = response.outputStream()) {
      Files.copy(file, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
