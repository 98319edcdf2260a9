package cz.okenko.gateway.roster;

import cz.okenko.connectors.http.Json;
import cz.okenko.connectors.http.Problem;
import cz.okenko.gateway.access.Audit;
import cz.okenko.gateway.access.Clerk;
import cz.okenko.gateway.access.ClerkId;
import cz.okenko.gateway.access.ConsoleGuard;
import cz.okenko.gateway.access.Deed;
import cz.okenko.gateway.access.Presence;
import cz.okenko.gateway.access.Right;
import cz.okenko.gateway.access.Subject;
import cz.okenko.gateway.directory.Absence;
import cz.okenko.gateway.directory.Agenda;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.directory.Person;
import cz.okenko.gateway.editing.Refusal;
import cz.okenko.gateway.editing.UnreadableFileException;
import cz.okenko.gateway.roster.PersonRows.Kept;
import cz.okenko.gateway.roster.Roster.Change;
import cz.okenko.gateway.roster.Roster.Standing;
import cz.okenko.gateway.roster.RosterTable.Altered;
import cz.okenko.knowledge.Language;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
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
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The directory for the office's own people: every clerk reads it and says when they are away,
/// supervisors keep it; to be registered under `/api/console`.
public final class DirectoryApi implements HttpService {
  private static final Logger LOG = LoggerFactory.getLogger(DirectoryApi.class);
  private static final int MOST_VERSION = Integer.MAX_VALUE;
  private static final int LONGEST_FILE = 60_000;
  private static final int LONGEST_MOMENT = 30;

  private final Roster roster;
  private final Office office;
  private final ConsoleGuard guard;
  private final Presence presence;
  private final Audit audit;

  public DirectoryApi(
      Roster roster, Office office, ConsoleGuard guard, Presence presence, Audit audit) {
    this.roster = roster;
    this.office = office;
    this.guard = guard;
    this.presence = presence;
    this.audit = audit;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/directory", this::directory)
        .post("/directory/people", this::add)
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
    body.put("agendas", office.agendas().stream().map(this::json).toList());
    body.put("languages", office.languages().stream().map(Language::code).toList());
    Json.send(response, body);
  }

  private Map<String, Object> json(Agenda agenda) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", agenda.id());
    json.put("name", agenda.name());
    json.put("place", agenda.place());
    json.put("supervised", agenda.supervised());
    json.put("promisedMinutes", agenda.promised().toMinutes());
    roster.onDuty(agenda.id()).ifPresent(person -> json.put("onDuty", person.signIn()));
    return json;
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

  private void add(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.changing(request, Right.KEEP_DIRECTORY);
    Json.Body body = Json.body(request);
    Change change = roster.add(audit.of(clerk), cells(body, EnumSet.allOf(Column.class)));
    if (change instanceof Change.Made) {
      response.status(Status.CREATED_201);
    }
    send(response, change);
    LOG.info("clerk {} added somebody to the directory", clerk.id().value());
  }

  private void change(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.changing(request, Right.KEEP_DIRECTORY);
    ClerkId id = id(request);
    Json.Body body = Json.body(request);
    int version = body.number("version", 0, MOST_VERSION);
    var columns = EnumSet.complementOf(EnumSet.of(Column.SIGN_IN));
    send(response, roster.change(audit.of(clerk), id, version, cells(body, columns)));
    LOG.info("clerk {} changed what the directory says of clerk {}", clerk.id().value(), id.value());
  }

  private static Map<Column, String> cells(Json.Body body, Set<Column> columns) {
    Map<Column, String> cells = new EnumMap<>(Column.class);
    columns.forEach(column -> cells.put(column, body.text(column.code(), 0, column.longest())));
    return cells;
  }

  /// Oneself, and a supervisor everybody: away for a time of the office's own, here again, or here
  /// after all when a planned absence would begin.
  private void absence(ServerRequest request, ServerResponse response) {
    ClerkId id = id(request);
    Audit.Pen pen = audit.of(ownOrKeeping(request, id));
    Json.Body body = Json.body(request);
    String from = body.textOrEmpty("from", LONGEST_MOMENT);
    String until = body.text("until", 0, LONGEST_MOMENT);
    send(
        response,
        until.isEmpty()
            ? roster.present(pen, id, begin(from))
            : roster.away(
                pen,
                id,
                absence(begin(from), until),
                body.textOrEmpty("deputy", Column.DEPUTY.longest())));
  }

  private Clerk ownOrKeeping(ServerRequest request, ClerkId id) {
    Clerk clerk = guard.changing(request);
    return clerk.id().equals(id) ? clerk : guard.changing(request, Right.KEEP_DIRECTORY);
  }

  private LocalDateTime begin(String from) {
    LocalDateTime now = roster.now();
    return from.isEmpty() ? now : moment("from", from, now);
  }

  private Absence absence(LocalDateTime begin, String until) {
    LocalDateTime now = roster.now();
    LocalDateTime end = moment("until", until, now);
    if (!end.isAfter(now) || !end.isAfter(begin)) {
      throw Problem.badRequest("\"until\" must be a moment to come, and later than \"from\".")
          .asException();
    }
    return new Absence(begin, end);
  }

  private static LocalDateTime moment(String name, String text, LocalDateTime now) {
    try {
      LocalDateTime moment = LocalDateTime.parse(text).truncatedTo(ChronoUnit.MINUTES);
      if (moment.isAfter(now.minusYears(1)) && moment.isBefore(now.plusYears(3))) {
        return moment;
      }
    } catch (DateTimeException noMoment) {
      // told below, like a moment that is far off
    }
    throw Problem.badRequest(
            "\"" + name + "\" must be a moment near to now, such as 2026-12-24T08:00.")
        .asException();
  }

  private void photograph(ServerRequest request, ServerResponse response) {
    ClerkId id = id(request);
    Audit.Pen pen = audit.of(ownOrKeeping(request, id));
    String sent = Json.body(request).text("jpeg", 0, LONGEST_FILE);
    send(response, roster.picture(pen, id, sent.isEmpty() ? new Photograph.None() : drawn(sent)));
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
    Clerk clerk = guard.reading(request, Right.KEEP_DIRECTORY);
    audit.record(clerk, Deed.EXPORTED, Subject.DIRECTORY);
    String table = RosterTable.write(roster.kept().stream().map(Kept::person).toList());
    response.header(HeaderNames.CONTENT_TYPE, "text/csv; charset=utf-8");
    response.header(HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"okenko-urad.csv\"");
    response.header(HeaderNames.CACHE_CONTROL, "private, no-store");
    response.send(table.getBytes(StandardCharsets.UTF_8));
  }

  private void take(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.changing(request, Right.KEEP_DIRECTORY);
    Json.Body body = Json.body(request);
    boolean dryRun = body.flag("dryRun");
    try {
      var table = RosterTable.of(body.text("csv", 1, LONGEST_FILE));
      RosterTable.Outcome outcome = roster.take(audit.of(clerk), table, dryRun);
      if (!dryRun && outcome.faults().isEmpty()) {
        LOG.info("clerk {} imported the directory", clerk.id().value());
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
        "people", outcome.changed().stream().map(altered -> json(outcome, altered)).toList(),
        "faults", outcome.faults().stream().map(DirectoryApi::json).toList());
  }

  private static Map<String, Object> json(RosterTable.Outcome outcome, Altered altered) {
    Person person = altered.person();
    return Map.of(
        "sign-in", person.signIn(),
        "name", person.name(),
        "added", outcome.added().contains(person.signIn()),
        "columns", altered.columns().stream().map(Column::code).toList());
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
      case Change.Taken _ ->
          throw new Problem(409, "The sign-in name is taken.", "Choose another one.")
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
