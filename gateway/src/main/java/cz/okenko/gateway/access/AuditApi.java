package cz.okenko.gateway.access;

import cz.okenko.connectors.http.Json;
import cz.okenko.connectors.http.Problem;
import cz.okenko.gateway.access.AuditRows.Entry;
import cz.okenko.gateway.access.AuditRows.Wanted;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The audit as supervisors read it, newest first; to be registered under `/api/console`.
public final class AuditApi implements HttpService {
  private static final long FOREVER = 253_402_300_799_000L;

  private final Audit audit;
  private final ConsoleGuard guard;
  private final ZoneId zone;

  /// @param zone in which days begin
  public AuditApi(Access access, ConsoleGuard guard, ZoneId zone) {
    this.audit = access.audit();
    this.guard = guard;
    this.zone = zone;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/audit", this::audit);
  }

  private void audit(ServerRequest request, ServerResponse response) {
    guard.asking(request, Right.READ_AUDIT);
    long before = number(request, "after", Long.MAX_VALUE);
    List<Entry> entries = audit.page(wanted(request), before);
    var body = new LinkedHashMap<String, Object>();
    body.put("entries", entries.stream().map(AuditApi::entry).toList());
    if (entries.size() == AuditRows.PAGE) {
      body.put("next", Long.toString(entries.getLast().id()));
    }
    Json.send(response, body);
  }

  private Wanted wanted(ServerRequest request) {
    String deed = text(request, "deed");
    if (!deed.isEmpty() && Deed.of(deed).isEmpty()) {
      throw Problem.badRequest("\"deed\" is none the audit knows.").asException();
    }
    long conversation = number(request, "conversation", 0);
    return new Wanted(
        number(request, "clerk", 0),
        deed,
        conversation == 0 ? Subject.NONE : Subject.conversation(conversation),
        day(request, "from", Instant.EPOCH, 0),
        day(request, "to", Instant.ofEpochMilli(FOREVER), 1));
  }

  private Instant day(ServerRequest request, String name, Instant otherwise, int later) {
    String text = text(request, name);
    try {
      return text.isEmpty()
          ? otherwise
          : LocalDate.parse(text).plusDays(later).atStartOfDay(zone).toInstant();
    } catch (DateTimeException noDay) {
      throw Problem.badRequest("\"" + name + "\" is a day, such as 2026-11-28.").asException();
    }
  }

  private static long number(ServerRequest request, String name, long otherwise) {
    String text = text(request, name);
    if (!text.isEmpty() && !text.matches("\\d{1,16}")) {
      throw Problem.badRequest("\"" + name + "\" is an id.").asException();
    }
    return text.isEmpty() ? otherwise : Long.parseLong(text);
  }

  private static String text(ServerRequest request, String name) {
    return request.query().first(name).orElse("");
  }

  private static Map<String, Object> entry(Entry entry) {
    var body = new LinkedHashMap<String, Object>();
    body.put("id", Long.toString(entry.id()));
    body.put("at", entry.at().toString());
    body.put("actor", entry.actor().kind());
    body.put("name", entry.actor().name());
    body.put("deed", entry.deed());
    body.put("subject", entry.subject().kind());
    body.put("subjectId", entry.subject().id());
    body.put("subjectName", entry.subjectName());
    body.put("network", entry.network());
    return body;
  }
}
