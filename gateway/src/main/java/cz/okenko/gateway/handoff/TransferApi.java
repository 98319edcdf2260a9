package cz.okenko.gateway.handoff;

import cz.okenko.connectors.http.Json;
import cz.okenko.connectors.http.Problem;
import cz.okenko.gateway.access.Clerk;
import cz.okenko.gateway.access.ConsoleGuard;
import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.ConversationId;
import cz.okenko.gateway.conversation.QueueId;
import cz.okenko.gateway.conversation.Step;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.directory.Person;
import cz.okenko.gateway.directory.Routing.Handing;
import cz.okenko.gateway.handoff.Colleagues.Colleague;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Handing a conversation on within the office, to an agenda or to one colleague; to be registered under
/// `/api/console`.
public final class TransferApi implements HttpService {
  private static final int LONGEST_ID = 64;
  private static final int LONGEST_NOTE = 4_000;

  private final ConsoleApi.Parts console;
  private final ConsoleGuard guard;
  private final Office office;
  private final ConsoleJson json;
  private final Colleagues colleagues;

  public TransferApi(
      ConsoleApi.Parts console, Office office, ConsoleJson json, Colleagues colleagues) {
    this.console = console;
    this.guard = console.guard();
    this.office = office;
    this.json = json;
    this.colleagues = colleagues;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/conversations/{id}/colleagues", this::colleagues)
        .post("/conversations/{id}/transfer", this::transfer);
  }

  /// Who could be handed a conversation, and where it would go instead from whoever is away.
  private void colleagues(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.reading(request);
    Conversation now = existing(request);
    List<Map<String, Object>> all =
        colleagues.of(now, clerk).stream().map(this::json).toList();
    Json.send(response, Map.of("colleagues", all));
  }

  private Map<String, Object> json(Colleague colleague) {
    var json = new LinkedHashMap<String, Object>();
    Person person = colleague.person();
    json.put("id", Long.toString(colleague.id().value()));
    json.put("name", person.name());
    json.put("agendas", person.agendas().stream().map(this::named).toList());
    json.put("here", colleague.here());
    instead(colleague).ifPresent(instead -> json.put("instead", instead));
    return json;
  }

  /// Empty when the colleague is not away.
  private Optional<Map<String, Object>> instead(Colleague colleague) {
    return switch (colleague.handing()) {
      case Handing.Meant _ -> Optional.empty();
      case Handing.Deputy(Person deputy) ->
          Optional.of(
              Map.of(
                  "person", Long.toString(colleague.deputy().value()), "name", deputy.name()));
      case Handing.Queue _ ->
          Optional.of(
              Map.of(
                  "agenda", colleague.queue().value(), "name", named(colleague.queue().value())));
    };
  }

  private String named(String agenda) {
    return office.agenda(agenda).map(known -> known.name()).orElse(agenda);
  }

  private void transfer(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.changing(request);
    Json.Body body = Json.body(request);
    String agenda = body.textOrEmpty("agenda", LONGEST_ID);
    String person = body.textOrEmpty("person", LONGEST_ID);
    String note = body.textOrEmpty("note", LONGEST_NOTE).strip();
    if (agenda.isEmpty() == person.isEmpty()) {
      throw Problem.badRequest("Either \"agenda\" or \"person\" says where it goes.").asException();
    }
    Conversation now = existing(request);
    if (person.isEmpty()) {
      if (office.agenda(agenda).isEmpty()) {
        throw Problem.badRequest("\"agenda\" is not an agenda of the office.").asException();
      }
      ConsoleRequest.won(console.counter().transfer(now.id(), clerk, new QueueId(agenda), note));
    } else {
      toPerson(now, clerk, person, note);
    }
    sendItem(response, now.id());
  }

  private void toPerson(Conversation now, Clerk clerk, String person, String note) {
    Colleague colleague =
        colleagues.of(now, clerk).stream()
            .filter(one -> Long.toString(one.id().value()).equals(person))
            .findFirst()
            .orElseThrow(
                () ->
                    Problem.badRequest("\"person\" is not a colleague of yours.").asException());
    Step step =
        console.counter().transfer(now.id(), clerk, colleagues.recipient(colleague), note);
    Optional<Map<String, Object>> instead = instead(colleague);
    if (step instanceof Step.Stay && instead.isPresent()) {
      throw new Problem(
              409,
              "Nobody is handed a conversation while they are away.",
              "Choose who takes it instead.",
              Map.of("instead", instead.get()))
          .asException();
    }
    ConsoleRequest.won(step);
  }

  private void sendItem(ServerResponse response, ConversationId id) {
    Json.send(
        response,
        json.item(console.store().read(handle -> ConsoleRows.one(handle, id)).orElseThrow()));
  }

  private Conversation existing(ServerRequest request) {
    return ConsoleRequest.existing(
        console.conversations(), request.path().pathParameters().get("id"));
  }
}
