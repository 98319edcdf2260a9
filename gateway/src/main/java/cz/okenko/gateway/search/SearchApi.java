package cz.okenko.gateway.search;

import cz.okenko.connectors.http.Json;
import cz.okenko.connectors.http.Problem;
import cz.okenko.gateway.access.Audit;
import cz.okenko.gateway.access.Clerk;
import cz.okenko.gateway.access.ConsoleGuard;
import cz.okenko.gateway.access.Deed;
import cz.okenko.gateway.access.Subject;
import cz.okenko.gateway.directory.Agenda;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.search.IndexRows.Found;
import cz.okenko.gateway.search.TranscriptIndex.Hit;
import cz.okenko.gateway.search.TranscriptIndex.Page;
import cz.okenko.gateway.search.Words.Part;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Search over transcripts over HTTP; to be registered under `/api/console`.
public final class SearchApi implements HttpService {
  private static final int LONGEST = 200;
  private static final int MOST_WORDS = 10;

  private final TranscriptIndex index;
  private final ConsoleGuard guard;
  private final Office office;
  private final Audit audit;

  public SearchApi(
      TranscriptIndex index, ConsoleGuard guard, Office office, Audit audit) {
    this.index = index;
    this.guard = guard;
    this.office = office;
    this.audit = audit;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/search", this::search);
  }

  private void search(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.reading(request);
    String asked = request.query().first("q").orElse("");
    Set<String> stems = asked.length() > LONGEST ? Set.of() : Words.stems(asked);
    if (stems.isEmpty() || stems.size() > MOST_WORDS) {
      throw Problem.badRequest(
              "\"q\" is 1 to " + MOST_WORDS + " words of at most " + LONGEST + " characters.")
          .asException();
    }
    String after = request.query().first("after").orElse("0");
    if (!after.matches("\\d{1,16}")) {
      throw Problem.badRequest("\"after\" is not a place we gave.").asException();
    }
    audit.saw(clerk, Deed.SEARCHED, Subject.NONE);
    Page page = index.find(stems, Long.parseLong(after));
    var body = new LinkedHashMap<String, Object>();
    body.put("hits", page.hits().stream().map(this::hit).toList());
    if (page.next() != 0) {
      body.put("next", Long.toString(page.next()));
    }
    Json.send(response, body);
  }

  private Map<String, Object> hit(Hit hit) {
    Found message = hit.message();
    var json = new LinkedHashMap<String, Object>();
    json.put("conversation", Long.toString(message.conversation()));
    json.put("message", Long.toString(message.message()));
    json.put("author", message.author());
    json.put("at", message.at().toString());
    json.put("channel", message.channel());
    json.put("state", message.state());
    json.put("agendaName", office.agenda(message.queue()).map(Agenda::name).orElse(""));
    json.put("parts", hit.parts().stream().map(SearchApi::part).toList());
    return json;
  }

  private static Map<String, Object> part(Part part) {
    return Map.of("text", part.text(), "hit", part.hit());
  }
}
