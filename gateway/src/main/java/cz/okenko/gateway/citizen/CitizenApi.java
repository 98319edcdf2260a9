package cz.okenko.gateway.citizen;

import cz.okenko.connectors.http.Json;
import cz.okenko.connectors.http.Problem;
import cz.okenko.gateway.access.Clerk;
import cz.okenko.gateway.access.ConsoleGuard;
import cz.okenko.gateway.access.Right;
import cz.okenko.gateway.citizen.ConsentRows.Consent;
import cz.okenko.gateway.citizen.Dossier.Change;
import cz.okenko.gateway.citizen.Dossier.Clocked;
import cz.okenko.gateway.citizen.Dossier.Known;
import cz.okenko.gateway.citizen.NoteRows.NoteId;
import cz.okenko.gateway.citizen.NoteRows.Wording;
import cz.okenko.gateway.citizen.PersonRows.Matter;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What stands beside a conversation about its citizen; to be registered under `/api/console`.
public final class CitizenApi implements HttpService {
  private static final int LONGEST_NOTE = 2_000;
  private static final int MOST_VERSIONS = 10_000;

  private final Dossier dossier;
  private final ConsoleGuard guard;

  public CitizenApi(Dossier dossier, ConsoleGuard guard) {
    this.dossier = dossier;
    this.guard = guard;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/conversations/{id}/person", this::person)
        .post("/conversations/{id}/person/notes", this::note)
        .put("/citizen-notes/{id}", this::reword)
        .delete("/citizen-notes/{id}", this::delete)
        .post("/consents/{id}/withdraw", this::withdraw);
  }

  private void person(ServerRequest request, ServerResponse response) {
    guard.reading(request);
    send(response, dossier.of(id(request)));
  }

  private void note(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.changing(request, Right.WRITE_NOTES);
    Known known = dossier.note(id(request), text(Json.body(request)), clerk);
    response.status(Status.CREATED_201);
    send(response, known);
  }

  private void reword(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.changing(request, Right.WRITE_NOTES);
    Json.Body body = Json.body(request);
    var note = new NoteId(id(request), body.number("version", 1, MOST_VERSIONS));
    done(dossier.reword(note, text(body), clerk));
    response.status(Status.NO_CONTENT_204).send();
  }

  private void delete(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.changing(request, Right.WRITE_NOTES);
    var note =
        new NoteId(id(request), Json.body(request).number("version", 1, MOST_VERSIONS));
    done(dossier.delete(note, clerk));
    response.status(Status.NO_CONTENT_204).send();
  }

  private void withdraw(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.changing(request);
    done(dossier.withdraw(id(request), clerk));
    response.status(Status.NO_CONTENT_204).send();
  }

  private static void done(Change change) {
    switch (change) {
      case DONE -> {}
      case MISSING -> throw Problem.notFound().asException();
      case NOT_YOURS ->
          throw Problem.forbidden("Only who wrote a note, or looks after data, may change it.")
              .asException();
      case STALE ->
          throw new Problem(409, "Somebody changed this meanwhile.", "Look at it again.")
              .asException();
    }
  }

  private static void send(ServerResponse response, Known known) {
    var json = new LinkedHashMap<String, Object>();
    json.put("history", known.matters().reversed().stream().map(CitizenApi::past).toList());
    json.put("contacts", known.contacts());
    json.put("clocks", known.clocks().stream().map(CitizenApi::clock).toList());
    json.put("notes", notes(known.notes()));
    json.put("consents", known.consents().stream().map(CitizenApi::consent).toList());
    known
        .erased()
        .forEach(
            erased ->
                json.put(
                    "erased",
                    Map.of("at", erased.at().toString(), "reason", erased.reason())));
    Json.send(response, json);
  }

  private static Map<String, Object> past(Matter matter) {
    var json = new LinkedHashMap<String, Object>();
    json.put("conversation", Long.toString(matter.id()));
    json.put("channel", matter.channel());
    if (!matter.subject().isEmpty()) {
      json.put("subject", matter.subject());
    }
    json.put("at", matter.since().toString());
    json.put("state", matter.state());
    if (matter.rating() > 0) {
      json.put("rating", matter.rating());
    }
    return json;
  }

  private static Map<String, Object> clock(Clocked clocked) {
    return Map.of(
        "conversation", Long.toString(clocked.matter().id()),
        "submission", clocked.matter().submission(),
        "submittedAt", clocked.matter().submittedAt().toString(),
        "until", clocked.until().toString(),
        "daysLeft", clocked.daysLeft(),
        "law", clocked.law());
  }

  /// Each note once, by its newest wording, with those before it.
  private static List<Map<String, Object>> notes(List<Wording> wordings) {
    var byNote = new LinkedHashMap<Long, List<Wording>>();
    wordings.forEach(
        one -> byNote.computeIfAbsent(one.note(), note -> new ArrayList<>()).add(one));
    return byNote.values().stream().map(CitizenApi::note).toList();
  }

  private static Map<String, Object> note(List<Wording> wordings) {
    Wording first = wordings.getFirst();
    Map<String, Object> json = wording(wordings.getLast());
    json.put("id", Long.toString(first.note()));
    json.put("author", first.clerk());
    json.put("conversation", Long.toString(first.conversation()));
    json.put(
        "earlier",
        wordings.subList(0, wordings.size() - 1).stream().map(CitizenApi::wording).toList());
    return json;
  }

  private static Map<String, Object> wording(Wording one) {
    var json = new LinkedHashMap<String, Object>();
    json.put("version", one.version());
    json.put("text", one.text());
    json.put("name", one.name());
    json.put("at", one.at().toString());
    return json;
  }

  private static Map<String, Object> consent(Consent consent) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", Long.toString(consent.id()));
    json.put("conversation", Long.toString(consent.conversation()));
    json.put("purpose", consent.purpose());
    if (!consent.recipient().isEmpty()) {
      json.put("recipient", consent.recipient());
    }
    if (consent.message() != 0) {
      json.put("message", Long.toString(consent.message()));
    }
    json.put("given", consent.given().toString());
    if (consent.withdrawn().isAfter(Instant.EPOCH)) {
      json.put("withdrawn", consent.withdrawn().toString());
    }
    return json;
  }

  private static String text(Json.Body body) {
    String text = body.text("text", 1, LONGEST_NOTE).strip();
    if (text.isEmpty()) {
      throw Problem.badRequest("\"text\" is empty.").asException();
    }
    return text;
  }

  private static long id(ServerRequest request) {
    String id = request.path().pathParameters().get("id");
    if (!id.matches("\\d{1,16}")) {
      throw Problem.notFound().asException();
    }
    return Long.parseLong(id);
  }
}
