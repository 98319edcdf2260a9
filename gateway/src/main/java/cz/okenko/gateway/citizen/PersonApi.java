package cz.okenko.gateway.citizen;

import cz.okenko.connectors.http.Json;
import cz.okenko.connectors.http.Problem;
import cz.okenko.gateway.access.Audit;
import cz.okenko.gateway.access.Clerk;
import cz.okenko.gateway.access.ConsoleGuard;
import cz.okenko.gateway.access.Deed;
import cz.okenko.gateway.access.Right;
import cz.okenko.gateway.access.Subject;
import cz.okenko.gateway.citizen.Eraser.Held;
import cz.okenko.gateway.citizen.Eraser.Outcome;
import cz.okenko.gateway.citizen.Eraser.Prospect;
import cz.okenko.gateway.citizen.PersonExport.Everything;
import cz.okenko.gateway.conversation.ConversationId;
import cz.okenko.gateway.conversation.Conversations;
import cz.okenko.gateway.store.Store;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A copy of all that is known of a citizen, and its erasure; to be registered under `/api/console`. Both go
/// by a conversation of theirs.
public final class PersonApi implements HttpService {
  private static final Set<String> REASONS = Set.of("request", "needless", "unlawful", "mistake");
  private static final int LONGEST = 20;

  private final Store store;
  private final Conversations conversations;
  private final ConsoleGuard guard;
  private final Audit audit;
  private final Rights rights;

  /// What a citizen has a right to.
  ///
  /// @param export writes the copy
  /// @param eraser erases
  public record Rights(PersonExport export, Eraser eraser) {}

  public PersonApi(
      Store store, Conversations conversations, ConsoleGuard guard, Audit audit, Rights rights) {
    this.store = store;
    this.conversations = conversations;
    this.guard = guard;
    this.audit = audit;
    this.rights = rights;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/conversations/{id}/person/export", this::export)
        .get("/conversations/{id}/person/erasure", this::prospect)
        .post("/conversations/{id}/person/erasure", this::erase);
  }

  private void export(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.reading(request, Right.PROTECT_DATA);
    ConversationId id = existing(request);
    store.write(
        handle -> {
          audit.write(handle, clerk, Deed.EXPORTED, Subject.conversation(id.value()));
          return id;
        });
    Everything all = store.read(handle -> rights.export.read(handle, id));
    response.header(HeaderNames.CONTENT_TYPE, "application/zip");
    response.header(
        HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"okenko-" + id + ".zip\"");
    response.header(HeaderNames.CACHE_CONTROL, "private, no-store");
    response.send(zip(Json.write(rights.export.json(all)), rights.export.text(all)));
  }

  private static byte[] zip(byte[] json, String text) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("okenko.json"));
      zip.write(json);
      zip.putNextEntry(new ZipEntry("okenko.txt"));
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void prospect(ServerRequest request, ServerResponse response) {
    guard.reading(request, Right.PROTECT_DATA);
    Prospect prospect = rights.eraser.prospect(existing(request));
    var json = new LinkedHashMap<String, Object>();
    json.put("conversations", prospect.conversations());
    json.put("messages", prospect.messages());
    json.put("files", prospect.files());
    json.put("upTo", Long.toString(prospect.upTo()));
    prospect.held().stream().findFirst().ifPresent(held -> json.put("held", json(held)));
    prospect
        .before()
        .forEach(
            erased ->
                json.put(
                    "erased",
                    Map.of("at", erased.at().toString(), "reason", erased.reason())));
    Json.send(response, json);
  }

  private static Map<String, Object> json(Held held) {
    return Map.of(
        "conversation", held.conversation().toString(),
        "submission", held.submission(),
        "until", held.until().toString(),
        "law", held.law());
  }

  private void erase(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.changing(request, Right.PROTECT_DATA);
    Json.Body body = Json.body(request);
    String reason = body.text("reason", 1, LONGEST);
    String seen = body.text("upTo", 1, LONGEST);
    if (!REASONS.contains(reason)) {
      throw Problem.badRequest("\"reason\" is request, needless, unlawful or mistake.")
          .asException();
    }
    if (!seen.matches("\\d{1,16}")) {
      throw Problem.badRequest("\"upTo\" is the one that was given with what would be erased.")
          .asException();
    }
    switch (rights.eraser.erase(existing(request), clerk, reason, Long.parseLong(seen))) {
      case Outcome.Done(int erased) -> Json.send(response, Map.of("conversations", erased));
      case Outcome.ByLaw(Held held) ->
          throw new Problem(
                  409,
                  "The law keeps this until " + held.until() + ".",
                  "It is a formal submission that the office still has time to deal with: " + held.law() + ".",
                  Map.of("held", json(held)))
              .asException();
      case Outcome.Changed() ->
          throw new Problem(
                  409,
                  "Somebody wrote meanwhile.",
                  "Look again at what would be erased.",
                  Map.of("changed", true))
              .asException();
    }
  }

  private ConversationId existing(ServerRequest request) {
    String id = request.path().pathParameters().get("id");
    if (!id.matches("\\d{1,16}")) {
      throw Problem.notFound().asException();
    }
    return conversations
        .find(new ConversationId(Long.parseLong(id)))
        .orElseThrow(() -> Problem.notFound().asException())
        .id();
  }
}
