package cz.okenko.gateway.translation;

import cz.okenko.connectors.http.Json;
import cz.okenko.connectors.http.Problem;
import cz.okenko.gateway.access.ConsoleGuard;
import cz.okenko.gateway.access.Right;
import cz.okenko.gateway.conversation.ConversationId;
import cz.okenko.gateway.conversation.Conversations;
import cz.okenko.gateway.translation.Translations.Outcome;
import cz.okenko.gateway.translation.Translations.Translation;
import cz.okenko.gateway.translation.Translator.Reason;
import cz.okenko.gateway.translation.Translator.Said;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Locale;
import java.util.Map;

/// Translations for clerks; to be registered under `/api/console`. Where the office has no translator there is
/// nothing here.
public final class TranslationApi implements HttpService {
  private static final int LONGEST_TEXT = 4_000;
  private static final int LONGEST_ID = 16;

  private final Translations translations;
  private final Conversations conversations;
  private final ConsoleGuard guard;

  public TranslationApi(
      Translations translations, Conversations conversations, ConsoleGuard guard) {
    this.translations = translations;
    this.conversations = conversations;
    this.guard = guard;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/conversations/{id}/translations", this::list)
        .post("/conversations/{id}/translations", this::translate)
        .post("/conversations/{id}/translations/reply", this::reply);
  }

  private void list(ServerRequest request, ServerResponse response) {
    guard.reading(request, Right.SEE_CONVERSATIONS);
    long id = conversation(request);
    Json.send(
        response,
        Map.of(
            "language", translations.language(),
            "translations", translations.of(id).stream().map(TranslationApi::json).toList()));
  }

  private void translate(ServerRequest request, ServerResponse response) {
    guard.changing(request);
    Json.Body body = Json.body(request);
    String message = body.text("message", 1, LONGEST_ID);
    if (!message.matches("\\d+")) {
      throw Problem.badRequest("\"message\" must be the id of a message.").asException();
    }
    switch (translations.of(conversation(request), Long.parseLong(message))) {
      case Outcome.Done(Translation done) -> Json.send(response, json(done));
      case Outcome.Missing() -> throw Problem.notFound().asException();
      case Outcome.Refused(Reason reason) -> throw refused(reason).asException();
    }
  }

  private void reply(ServerRequest request, ServerResponse response) {
    guard.changing(request);
    String text = Json.body(request).text("text", 1, LONGEST_TEXT);
    long id = conversation(request);
    String to = conversations.find(new ConversationId(id)).orElseThrow().language();
    switch (translations.say(text, translations.language(), to)) {
      case Said.Translated(String said) ->
          Json.send(response, Map.of("language", to, "text", said));
      case Said.Refused(Reason reason) -> throw refused(reason).asException();
    }
  }

  private static Map<String, Object> json(Translation translation) {
    return Map.of(
        "message", Long.toString(translation.message()),
        "language", translation.language(),
        "text", translation.text(),
        "machine", translation.machine());
  }

  private static Problem refused(Reason reason) {
    Map<String, Object> more =
        Map.of("translation", reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    return switch (reason) {
      case TOO_LONG ->
          new Problem(413, "The text is too long for the translator.", "Take a part of it.", more);
      case LANGUAGE ->
          new Problem(
              409, "The translator does not know this language.", "Read the original.", more);
      case BUSY -> new Problem(503, "The translator is busy.", "Try again in a moment.", more);
      case KEY ->
          new Problem(503, "The translator does not take our key.", "Tell the admin.", more);
      case UNREACHABLE ->
          new Problem(503, "The translator does not answer.", "Go on with the original.", more);
    };
  }

  private long conversation(ServerRequest request) {
    String id = request.path().pathParameters().get("id");
    if (!translations.on() || !id.matches("\\d{1,16}")) {
      throw Problem.notFound().asException();
    }
    return conversations
        .find(new ConversationId(Long.parseLong(id)))
        .orElseThrow(() -> Problem.notFound().asException())
        .id()
        .value();
  }
}
