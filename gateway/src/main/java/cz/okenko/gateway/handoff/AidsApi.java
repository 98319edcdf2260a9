package cz.okenko.gateway.handoff;

import cz.okenko.connectors.http.Json;
import cz.okenko.connectors.http.Problem;
import cz.okenko.gateway.access.Audit;
import cz.okenko.gateway.access.Clerk;
import cz.okenko.gateway.access.ConsoleGuard;
import cz.okenko.gateway.access.Deed;
import cz.okenko.gateway.access.Subject;
import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.Conversations;
import cz.okenko.gateway.conversation.QueueId;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.directory.OfficeDoor;
import cz.okenko.gateway.handoff.CannedRows.Canned;
import cz.okenko.gateway.handoff.Suggestions.Suggestion;
import cz.okenko.gateway.store.Ids;
import cz.okenko.gateway.store.Store;
import cz.okenko.knowledge.Aspect;
import cz.okenko.knowledge.KnowledgeBase;
import cz.okenko.knowledge.Language;
import cz.okenko.knowledge.Passage;
import cz.okenko.knowledge.Question;
import cz.okenko.knowledge.Slug;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What helps a clerk to write a reply: what the bot would say, canned replies, and parts of articles.
/// To be registered under `/api/console`.
public final class AidsApi implements HttpService {
  private static final int LONGEST_TEXT = 4_000;
  private static final int LONGEST_QUESTION = 200;
  private static final int MOST_ARTICLES = 5;

  private final Parts parts;
  private final Suggestions suggestions;
  private final ConsoleGuard guard;
  private final Store store;
  private final Audit audit;

  /// What it stands on.
  public record Parts(
      ConsoleApi.Parts console,
      Ids ids,
      Office office,
      OfficeDoor door,
      Queues queues,
      KnowledgeBase knowledge,
      URI publicUrl) {

    Conversations conversations() {
      return console.conversations();
    }
  }

  public AidsApi(Parts parts) {
    this.parts = parts;
    this.store = parts.console.store();
    this.audit = parts.console.audit();
    this.guard = parts.console.guard();
    this.suggestions = new Suggestions(store, parts.knowledge);
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/conversations/{id}/suggestion", this::suggestion)
        .get("/conversations/{id}/canned", this::fitting)
        .get("/canned", this::canned)
        .post("/canned", this::add)
        .put("/canned/{id}", this::change)
        .delete("/canned/{id}", this::delete)
        .get("/insert", this::insert);
  }

  private void suggestion(ServerRequest request, ServerResponse response) {
    guard.reading(request);
    Conversation conversation = conversation(request);
    Optional<Suggestion> suggestion = suggestions.of(conversation);
    if (suggestion.isEmpty()) {
      response.status(Status.NO_CONTENT_204).send();
      return;
    }
    Suggestion said = suggestion.get();
    Json.send(
        response,
        Map.of(
            "text", said.text(),
            "slug", said.slug(),
            "title", said.title(),
            "confidence", said.confidence(),
            "supervised", conversation.flag().equals(Supervision.APPROVAL)));
  }

  /// Those of the conversation's agenda and of the whole office, filled in.
  private void fitting(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.reading(request);
    Conversation conversation = conversation(request);
    QueueId queue = parts.queues.standing(conversation);
    Map<String, String> values = values(clerk, conversation, queue);
    List<Map<String, Object>> replies =
        store.read(CannedRows::all).stream()
            .filter(one -> one.agenda().isEmpty() || one.agenda().equals(queue.value()))
            .map(one -> json(one, Blanks.filled(one.text(), values)))
            .toList();
    Json.send(response, Map.of("replies", replies));
  }

  private Map<String, String> values(Clerk clerk, Conversation conversation, QueueId queue) {
    Language language = Language.of(conversation.language()).orElse(Language.CS);
    String slug = conversation.topic().slug();
    return Map.of(
        Blanks.CLERK, clerk.name(),
        Blanks.AGENDA, parts.queues.name(queue),
        Blanks.OFFICE, parts.office.name(),
        Blanks.HOURS, parts.door.sentence(language),
        Blanks.PHONE, parts.office.contact().phone(),
        Blanks.EMAIL, parts.office.contact().email(),
        Blanks.LINK, slug.isEmpty() ? parts.publicUrl.toString() : page(new Slug(slug), language));
  }

  private void canned(ServerRequest request, ServerResponse response) {
    guard.reading(request);
    List<Map<String, Object>> replies =
        store.read(CannedRows::all).stream().map(one -> json(one, one.text())).toList();
    Json.send(response, Map.of("replies", replies, "variables", Blanks.KNOWN));
  }

  private void add(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.changing(request);
    Canned kept = kept(clerk, Deed.ADDED_CANNED, read(request, parts.ids.next()));
    response.status(Status.CREATED_201);
    Json.send(response, json(kept, kept.text()));
  }

  private void change(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.changing(request);
    long id = id(request);
    if (!store.read(handle -> CannedRows.known(handle, id))) {
      throw missing();
    }
    Canned kept = kept(clerk, Deed.CHANGED_CANNED, read(request, id));
    Json.send(response, json(kept, kept.text()));
  }

  private Canned kept(Clerk clerk, Deed deed, Canned canned) {
    boolean kept =
        store.write(
            handle -> {
              boolean put = CannedRows.put(handle, canned);
              if (put) {
                audit.write(handle, clerk, deed, Subject.canned(canned.shortcut()));
              }
              return put;
            });
    if (!kept) {
      throw new Problem(409, "There is such a shortcut already.", "Choose another \"shortcut\".")
          .asException();
    }
    return canned;
  }

  private void delete(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.changing(request);
    long id = id(request);
    Optional<String> gone =
        store.write(
            handle -> {
              Optional<String> shortcut = CannedRows.delete(handle, id);
              shortcut.ifPresent(
                  name -> audit.write(handle, clerk, Deed.DELETED_CANNED, Subject.canned(name)));
              return shortcut;
            });
    if (gone.isEmpty()) {
      throw missing();
    }
    response.status(Status.NO_CONTENT_204).send();
  }

  private Canned read(ServerRequest request, long id) {
    Json.Body body = Json.body(request);
    String agenda = body.textOrEmpty("agenda", 64);
    if (!agenda.isEmpty() && parts.office.agenda(agenda).isEmpty()) {
      throw Problem.badRequest("\"agenda\" is not an agenda of the office.").asException();
    }
    String shortcut = body.text("shortcut", 1, 32);
    if (!shortcut.matches("[\\p{L}\\p{N}-]+")) {
      throw Problem.badRequest("\"shortcut\" has letters, digits and dashes.").asException();
    }
    String text = body.text("text", 1, LONGEST_TEXT);
    if (text.isBlank()) {
      throw Problem.badRequest("\"text\" is empty.").asException();
    }
    Blanks.unknown(text)
        .ifPresent(
            name -> {
              String known = String.join(", ", Blanks.KNOWN);
              throw Problem.badRequest("{" + name + "} is not filled in; there are: " + known + ".")
                  .asException();
            });
    return new Canned(id, agenda, shortcut, text);
  }

  /// The articles that fit a question, each with its parts.
  private void insert(ServerRequest request, ServerResponse response) {
    guard.reading(request);
    String asked = request.query().first("q").orElse("");
    if (asked.isBlank() || asked.length() > LONGEST_QUESTION) {
      throw Problem.badRequest("\"q\" has 1 to " + LONGEST_QUESTION + " characters.").asException();
    }
    Language language =
        Language.of(request.query().first("language").orElse("cs")).orElse(Language.CS);
    var question = new Question(asked, language, new Question.Context.Fresh());
    List<Map<String, Object>> articles =
        parts.knowledge.answer(question).candidates().stream()
            .limit(MOST_ARTICLES)
            .map(candidate -> article(candidate.slug(), candidate.title(), language))
            .toList();
    Json.send(response, Map.of("articles", articles));
  }

  private Map<String, Object> article(Slug slug, String title, Language language) {
    List<Map<String, Object>> texts =
        Stream.of(Aspect.values())
            .flatMap(aspect -> part(slug, aspect, language).stream())
            .toList();
    return Map.of(
        "slug", slug.value(), "title", title, "url", page(slug, language), "parts", texts);
  }

  private Optional<Map<String, Object>> part(Slug slug, Aspect aspect, Language language) {
    String code = aspect == Aspect.GENERAL ? "answer" : aspect.code();
    return parts
        .knowledge
        .passage(slug, language, aspect)
        .filter(passage -> passage.aspect() == aspect)
        .map(Passage::text)
        .map(text -> Map.<String, Object>of("aspect", code, "text", text));
  }

  private String page(Slug slug, Language language) {
    String base = language == Language.CS ? "" : "/" + language.code();
    return parts.publicUrl + base + "/situace/" + slug.value();
  }

  private Conversation conversation(ServerRequest request) {
    return ConsoleRequest.existing(
        parts.conversations(), request.path().pathParameters().get("id"));
  }

  private static long id(ServerRequest request) {
    return ConsoleRequest.id(request.path().pathParameters().get("id")).value();
  }

  private static RuntimeException missing() {
    return Problem.notFound().asException();
  }

  private static Map<String, Object> json(Canned canned, String text) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", Long.toString(canned.id()));
    json.put("agenda", canned.agenda());
    json.put("shortcut", canned.shortcut());
    json.put("text", text);
    return json;
  }
}
