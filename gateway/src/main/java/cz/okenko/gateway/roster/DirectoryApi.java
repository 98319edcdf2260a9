package cz.okenko.gateway.roster;

import cz.okenko.connectors.http.Json;
import cz.okenko.connectors.http.Problem;
import cz.okenko.gateway.access.Clerk;
import cz.okenko.gateway.access.ClerkId;
import cz.okenko.gateway.access.ConsoleGuard;
import cz.okenko.gateway.access.Right;
import cz.okenko.gateway.access.Presence;
import cz.okenko.gateway.directory.Agenda;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.directory.Person;
import cz.okenko.gateway.editing.Refusal;
import cz.okenko.gateway.editing.UnreadableFileException;
import cz.okenko.gateway.roster.PersonRows.Kept;
import cz.okenko.gateway.roster.Roster.Change;
import cz.okenko.gateway.roster.Roster.Standing;
import cz.okenko.knowledge.Language;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The directory for the office's own people: every clerk reads it and says when they are away, admins
/// change it; to be registered under `/api/console`.
public final class DirectoryApi implements HttpService {
  private static final Logger LOG = LoggerFactory.getLogger(DirectoryApi.class);
  private static final int MOST_VERSION = Integer.MAX_VALUE;
  private static final int LONGEST_FILE = 60_000;

  private final Roster roster;
  private final Office office;
  private final ConsoleGuard guard;
  private final Presence presence;

  public DirectoryApi(Roster roster, Office office, ConsoleGuard guard, Presence presence) {
    this.roster = roster;
    this.office = office;
    this.guard = guard;
    this.presence = presence;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/directory", this::directory)
        .put("/directory/people/{id}", this::change)
        .put("/directory/people/{id}/absence", this::absence)
        .put("/directory/people/{id}/photograph", this::photograph)
        .get("/directory/people.csv", this::export)
        .post("/directory/import", this::take);
  }

  private void directory(ServerRequest request, ServerResponse response) {
    guard.reading(request);
    Standing standing = roster.standing(presence);
    var body = new LinkedHashMap<String, Object>();
    body.put(
        "people",
        roster.kept().stream().map(kept -> json(kept, standing)).toList());
    body.put("agendas", office.agendas().stream().map(DirectoryApi::json).toList());
    body.put("languages", office.languages().stream().map(Language::code).toList());
    Json.send(response, body);
  }

  private static Map<String, Object> json(Agenda agenda) {
    return Map.of("id", agenda.id(), "name", agenda.name(), "place", agenda.place());
  }

  /// The same cells as in the file, and how the person is now.
  private Map<String, Object> json(Kept kept, Standing standing) {
    Person person = kept.person();
    var json = new LinkedHashMap<String, Object>();
    json.put("id", Long.toString(kept.id().value()));
    json.put("version", kept.version());
    PersonReading.write(person).forEach((column, cell) -> json.put(column.code(), cell));
    json.put("photograph", person.photograph());
    json.put("here", standing.here().contains(kept.id()));
    json.put("load", standing.loads().getOrDefault(kept.id(), 0));
    LocalDateTime now = roster.now();
    person.absences().stream()
        .filter(absence -> absence.covers(now))
        .findFirst()
        .ifPresent(absence -> json.put("awayUntil", absence.until().toString()));
    return json;
  }

  private void change(ServerRequest request, ServerResponse response) {
    Clerk admin = guard.changing(request, Right.MANAGE_PEOPLE);
    ClerkId id = id(request);
    Json.Body body = Json.body(request);
    int version = body.number("version", 0, MOST_VERSION);
    Map<Column, String> cells = new EnumMap<>(Column.class);
    for (Column column : Column.values()) {
      if (column != Column.SIGN_IN) {
        cells.put(column, body.text(column.code(), 0, column.longest()));
      }
    }
    send(response, roster.change(id, version, cells));
    LOG.info("clerk {} changed what the directory says of clerk {}", admin.id().value(), id.value());
  }

  /// Oneself, and an admin everybody: away until a moment of the office's time, or here again.
  private void absence(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.changing(request);
    ClerkId id = id(request);
    if (!clerk.id().equals(id)) {
      guard.changing(request, Right.MANAGE_PEOPLE);
    }
    String until = Json.body(request).text("until", 0, 30);
    send(response, until.isEmpty() ? roster.back(id) : roster.away(id, moment(until)));
  }

  private LocalDateTime moment(String text) {
    LocalDateTime now = roster.now();
    try {
      LocalDateTime until = LocalDateTime.parse(text).truncatedTo(ChronoUnit.MINUTES);
      if (until.isAfter(now) && until.isBefore(now.plusYears(3))) {
        return until;
      }
    } catch (DateTimeException noMoment) {
      // told below, like a moment that is over
    }
    throw Problem.badRequest("\"until\" must be a moment to come, such as 2026-12-24T08:00.")
        .asException();
  }

  private void photograph(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.changing(request);
    ClerkId id = id(request);
    if (!clerk.id().equals(id)) {
      guard.changing(request, Right.MANAGE_PEOPLE);
    }
    String sent = Json.body(request).text("jpeg", 0, LONGEST_FILE);
    send(response, roster.picture(id, sent.isEmpty() ? new Photograph.None() : drawn(sent)));
  }

  private static Photograph drawn(String base64) {
    try {
      Photograph photograph = Photograph.of(Base64.getDecoder().decode(base64));
      if (photograph instanceof Photograph.Refused(String reason)) {
        throw Problem.badRequest("The photograph " + reason + ".").asException();
      }
      return photograph;
    } catch (IllegalArgumentException notBase64) {
      throw Problem.badRequest("\"jpeg\" must be Base64.").asException();
    }
  }

  private void export(ServerRequest request, ServerResponse response) {
    guard.reading(request, Right.MANAGE_PEOPLE);
    String table = RosterTable.write(roster.kept().stream().map(Kept::person).toList());
    response.header(HeaderNames.CONTENT_TYPE, "text/csv; charset=utf-8");
    response.header(HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"okenko-urad.csv\"");
    response.header(HeaderNames.CACHE_CONTROL, "private, no-store");
    response.send(table.getBytes(StandardCharsets.UTF_8));
  }

  private void take(ServerRequest request, ServerResponse response) {
    Clerk admin = guard.changing(request, Right.MANAGE_PEOPLE);
    Json.Body body = Json.body(request);
    boolean dryRun = body.flag("dryRun");
    try {
      var table = RosterTable.of(body.text("csv", 1, LONGEST_FILE));
      RosterTable.Outcome outcome = roster.take(table, dryRun);
      if (!dryRun && outcome.faults().isEmpty()) {
        LOG.info("clerk {} imported the directory", admin.id().value());
      }
      Json.send(response, json(outcome, dryRun));
    } catch (UnreadableFileException e) {
      throw Problem.badRequest("The file cannot be read: " + e.getMessage() + ".").asException();
    }
  }

  private static Map<String, Object> json(RosterTable.Outcome outcome, boolean dryRun) {
    return Map.of(
        "written", !dryRun && outcome.faults().isEmpty(),
        "added", outcome.added().size(),
        "changed", outcome.changed().size() - outcome.added().size(),
        "same", outcome.same(),
        "faults", outcome.faults().stream().map(DirectoryApi::json).toList());
  }

  private static Map<String, Object> json(Refusal refusal) {
    return Map.of("line", refusal.line(), "reason", refusal.reason());
  }

  private void send(ServerResponse response, Change change) {
    switch (change) {
      case Change.Made(Kept kept) ->
          Json.send(response, json(kept, roster.standing(presence)));
      case Change.Stale _ ->
          throw new Problem(409, "Somebody else changed this person.", "Load them anew.")
              .asException();
      case Change.Unknown _ -> throw Problem.notFound().asException();
      case Change.Refused(var faults) ->
          throw new Problem(
                  400,
                  "Some of it cannot be used.",
                  faults.getFirst().toString(),
                  Map.of(
                      "faults",
                      faults.stream()
                          .map(
                              fault ->
                                  Map.of(
                                      "column", fault.column().code(),
                                      "problem", fault.problem()))
                          .toList()))
              .asException();
    }
  }

  private static ClerkId id(ServerRequest request) {
    String id = request.path().pathParameters().get("id");
    if (!id.matches("\\d{1,16}")) {
      throw Problem.notFound().asException();
    }
    return new ClerkId(Long.parseLong(id));
  }
}
