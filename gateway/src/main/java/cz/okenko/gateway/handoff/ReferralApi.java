package cz.okenko.gateway.handoff;

import cz.okenko.connectors.http.Json;
import cz.okenko.connectors.http.Problem;
import cz.okenko.gateway.Texts;
import cz.okenko.gateway.access.Clerk;
import cz.okenko.gateway.access.ConsoleGuard;
import cz.okenko.gateway.access.Deed;
import cz.okenko.gateway.access.Right;
import cz.okenko.gateway.access.Subject;
import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.ConversationId;
import cz.okenko.gateway.conversation.ConversationState.WithClerk;
import cz.okenko.gateway.conversation.Step;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.handoff.ReferralRows.Institution;
import cz.okenko.gateway.handoff.ReferralRows.Referral;
import cz.okenko.gateway.handoff.ReferralRows.State;
import cz.okenko.knowledge.KnowledgeBase;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Handing a matter to another institution with the citizen's consent; to be registered under `/api/console`.
public final class ReferralApi implements HttpService {
  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_URL = 500;

  private final ConsoleApi.Parts console;
  private final ConsoleGuard guard;
  private final KnowledgeBase knowledge;
  private final Referrals referrals;
  private final ReferralText text;

  /// What it stands on beside the console; `knowledge` says who handles what the office does not.
  public record Parts(KnowledgeBase knowledge, Referrals referrals, Office office, Texts texts) {}

  public ReferralApi(ConsoleApi.Parts console, Parts parts) {
    this.console = console;
    this.guard = console.guard();
    this.knowledge = parts.knowledge;
    this.referrals = parts.referrals;
    this.text = new ReferralText(parts.office, parts.texts);
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/institutions", this::institutions)
        .post("/conversations/{id}/referral", this::ask)
        .delete("/conversations/{id}/referral", this::withdraw)
        .get("/conversations/{id}/referral/text", this::text)
        .post("/conversations/{id}/referral/passed", this::passed);
  }

  /// Who handles what the office does not, each once, with the matters the articles name.
  private void institutions(ServerRequest request, ServerResponse response) {
    guard.reading(request);
    var addresses = new LinkedHashMap<String, String>();
    var matters = new LinkedHashMap<String, List<String>>();
    for (var referral : knowledge.referrals()) {
      referral.links().stream()
          .limit(1)
          .forEach(
              link -> {
                addresses.putIfAbsent(link.label(), link.url().toString());
                matters
                    .computeIfAbsent(link.label(), first -> new ArrayList<>())
                    .add(referral.title());
              });
    }
    List<Map<String, Object>> institutions =
        addresses.entrySet().stream()
            .map(
                one ->
                    Map.<String, Object>of(
                        "name", one.getKey(),
                        "url", one.getValue(),
                        "matters", matters.getOrDefault(one.getKey(), List.of())))
            .toList();
    Json.send(response, Map.of("institutions", institutions));
  }

  private void ask(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.changing(request);
    Json.Body body = Json.body(request);
    Institution to = institution(body);
    Step step = referrals.ask(console.counter(), existing(request), clerk, to);
    if (step instanceof Step.Stay(Conversation now) && holds(now, clerk)) {
      throw new Problem(409, "The citizen is being asked already.", "Take that question back first.")
          .asException();
    }
    ConsoleRequest.won(step);
    response.status(Status.NO_CONTENT_204).send();
  }

  private static Institution institution(Json.Body body) {
    String name = body.text("institution", 1, LONGEST_NAME).strip();
    String url = body.textOrEmpty("url", LONGEST_URL).strip();
    if (name.isEmpty() || name.matches("(?s).*[\\p{Cntrl}\\[\\]].*")) {
      throw Problem.badRequest("\"institution\" is a name on one line.").asException();
    }
    if (!url.matches("(https?://[^\\s()\\[\\]<>\"]+)?")) {
      throw Problem.badRequest("\"url\" is an address of the web.").asException();
    }
    return new Institution(name, url);
  }

  private void withdraw(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.changing(request);
    Step step = referrals.withdraw(console.counter(), existing(request), clerk);
    if (step instanceof Step.Stay(Conversation now) && holds(now, clerk)) {
      throw new Problem(409, "The citizen is not being asked anything.", "Look at it again.")
          .asException();
    }
    ConsoleRequest.won(step);
    response.status(Status.NO_CONTENT_204).send();
  }

  /// Handed out to who holds the conversation, and not before the citizen agreed.
  private void text(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.reading(request, Right.ANSWER_CITIZENS);
    Conversation now = held(request, clerk);
    ConversationId id = now.id();
    Referral granted = granted(id);
    console.audit().record(clerk, Deed.PREPARED_REFERRAL, Subject.conversation(id.value()));
    String made =
        console
            .store()
            .read(
                handle ->
                    text.of(
                        granted,
                        ConsoleRows.one(handle, id).orElseThrow(),
                        ConsoleRows.lines(handle, id),
                        granted.endedAt()));
    response.header(HeaderNames.CACHE_CONTROL, "private, no-store");
    Json.send(response, Map.of("text", made));
  }

  private void passed(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.changing(request);
    ConversationId id = held(request, clerk).id();
    ConsoleRequest.won(referrals.pass(console.counter(), id, clerk, granted(id)));
    response.status(Status.NO_CONTENT_204).send();
  }

  private Conversation held(ServerRequest request, Clerk clerk) {
    Conversation now =
        ConsoleRequest.existing(
            console.conversations(), request.path().pathParameters().get("id"));
    if (!holds(now, clerk)) {
      ConsoleRequest.won(new Step.Stay(now));
    }
    return now;
  }

  private static boolean holds(Conversation now, Clerk clerk) {
    return now.state() instanceof WithClerk held && held.clerk().equals(clerk.id());
  }

  private Referral granted(ConversationId id) {
    return referrals
        .newest(id)
        .filter(referral -> referral.state() == State.GRANTED)
        .orElseThrow(
            () ->
                new Problem(
                        409,
                        "The citizen did not agree.",
                        "Nothing may be handed on without their consent.")
                    .asException());
  }

  private ConversationId existing(ServerRequest request) {
    return ConsoleRequest.existing(
            console.conversations(), request.path().pathParameters().get("id"))
        .id();
  }
}
