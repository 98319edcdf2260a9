package cz.okenko.gateway.handoff;

import cz.okenko.connectors.Connector;
import cz.okenko.connectors.http.Json;
import cz.okenko.connectors.http.Problem;
import cz.okenko.gateway.access.Clerk;
import cz.okenko.gateway.access.ConsoleGuard;
import cz.okenko.gateway.access.Right;
import cz.okenko.gateway.attachment.DraftFiles;
import cz.okenko.gateway.attachment.DraftFiles.Arrival;
import cz.okenko.gateway.attachment.DraftFiles.Desk;
import cz.okenko.gateway.attachment.DraftFiles.DraftFile;
import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.ConversationState.Closed;
import cz.okenko.gateway.conversation.ConversationState.Snoozed;
import cz.okenko.gateway.conversation.ConversationState.Waiting;
import cz.okenko.gateway.conversation.ConversationState.WithBot;
import cz.okenko.gateway.conversation.ConversationState.WithClerk;
import cz.okenko.gateway.conversation.Conversations;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Files a clerk puts under a reply before it is sent; to be registered under `/api/console`. They come in pieces
/// of at most [DraftFiles#PIECE] bytes, so that one that was interrupted goes on where it stopped.
public final class EnclosuresApi implements HttpService {
  private static final int LONGEST_NAME = 200;

  /// A piece in base64, and what stands around it.
  private static final int LARGEST_BODY = DraftFiles.PIECE / 3 * 4 + 1024;

  private final Conversations conversations;
  private final ConsoleGuard guard;
  private final DraftFiles files;
  private final Map<String, Connector> channels;

  /// `channels` are those that are on, by their names.
  public EnclosuresApi(
      ConsoleApi.Parts parts, DraftFiles files, Map<String, Connector> channels) {
    this.conversations = parts.conversations();
    this.guard = parts.guard();
    this.files = files;
    this.channels = Map.copyOf(channels);
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/conversations/{id}/draft/files", this::list)
        .post("/conversations/{id}/draft/files", this::begin)
        .put("/conversations/{id}/draft/files/{file}", this::piece)
        .delete("/conversations/{id}/draft/files/{file}", this::remove);
  }

  /// The files that go along with a reply.
  static List<Long> named(Json.Body body) {
    List<String> files = body.textsOrNone("files", DraftFiles.MOST);
    if (!files.stream().allMatch(file -> file.matches("\\d{1,16}"))) {
      throw Problem.badRequest("\"files\" must be ids of files in the draft.").asException();
    }
    return files.stream().map(Long::parseLong).distinct().toList();
  }

  static Problem gone() {
    return new Problem(
        409,
        "A file is not in the draft any more.",
        "Nothing was sent. Look at the files and send it again.",
        Map.of("file", "gone"));
  }

  private void list(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.reading(request, Right.ANSWER_CITIZENS);
    Conversation conversation = conversation(request);
    var json = new LinkedHashMap<String, Object>();
    String channel = conversation.address().channel();
    if (carried(channel)) {
      json.put(
          "limits",
          Map.of(
              "largest", DraftFiles.largest(channel),
              "together", DraftFiles.MOST_TOGETHER,
              "most", DraftFiles.MOST,
              "piece", DraftFiles.PIECE));
    }
    json.put("files", files.of(desk(conversation, clerk)).stream().map(EnclosuresApi::json).toList());
    Json.send(response, json);
  }

  private void begin(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.changing(request);
    Json.Body body = Json.body(request);
    String name = body.textOrEmpty("name", LONGEST_NAME);
    int size = body.number("size", 0, Integer.MAX_VALUE);
    Conversation conversation = held(request, clerk);
    if (!carried(conversation.address().channel())) {
      throw new Problem(
              409,
              "This channel carries no files.",
              "Write where the citizen finds it, or ask how else to send it.",
              Map.of("file", "channel"))
          .asException();
    }
    response.status(Status.CREATED_201);
    send(response, files.begin(desk(conversation, clerk), name, size));
  }

  private void piece(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.changing(request);
    Json.Body body = Json.read(Json.raw(request, LARGEST_BODY));
    int at = body.number("at", 0, Integer.MAX_VALUE);
    byte[] bytes = decoded(body.text("bytes", 0, LARGEST_BODY));
    Desk desk = desk(conversation(request), clerk);
    send(response, files.piece(desk, id(request), at, bytes));
  }

  private void remove(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.changing(request);
    if (!files.remove(desk(conversation(request), clerk), id(request))) {
      throw Problem.notFound().asException();
    }
    response.status(Status.NO_CONTENT_204).send();
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException notBase64) {
      throw Problem.badRequest("\"bytes\" must be Base64.").asException();
    }
  }

  private static void send(ServerResponse response, Arrival arrival) {
    switch (arrival) {
      case Arrival.Going(long id, long at) ->
          Json.send(response, Map.of("id", Long.toString(id), "at", at));
      case Arrival.Arrived(DraftFile file) -> Json.send(response, Map.of("file", json(file)));
      case Arrival.Refused(Arrival.Reason reason) -> throw refused(reason).asException();
      case Arrival.Missing() -> throw Problem.notFound().asException();
      case Arrival.Later() ->
          throw new Problem(
                  503,
                  "The file could not be looked into yet.",
                  "Send the last piece again in a moment.",
                  Map.of("file", "later", "retryAfterSeconds", 3L))
              .asException();
    }
  }

  private static Problem refused(Arrival.Reason reason) {
    Map<String, Object> more =
        Map.of("file", reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    return switch (reason) {
      case EMPTY -> new Problem(400, "The file is empty.", "Choose another one.", more);
      case TOO_LARGE ->
          new Problem(413, "The file is too large for this channel.", "Send a smaller one.", more);
      case TOO_MANY ->
          new Problem(
              413, "These are too many files for one reply.", "Send some with the next.", more);
      case TYPE ->
          new Problem(
              400, "Files of this kind are not sent.", "Send it as a PDF or in an archive.", more);
      case INFECTED ->
          new Problem(400, "The scanner found harm in the file.", "Do not send it.", more);
    };
  }

  private static Map<String, Object> json(DraftFile file) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", Long.toString(file.id()));
    json.put("name", file.name());
    if (!file.type().isEmpty()) {
      json.put("type", file.type());
    }
    json.put("size", file.size());
    json.put("state", file.state().name().toLowerCase(Locale.ROOT));
    return json;
  }

  private boolean carried(String channel) {
    Connector connector = channels.get(channel);
    return connector != null && connector.encloses();
  }

  private static Desk desk(Conversation conversation, Clerk clerk) {
    return new Desk(
        conversation.id().value(), clerk.id().value(), conversation.address().channel());
  }

  private static long id(ServerRequest request) {
    String id = request.path().pathParameters().get("file");
    if (!id.matches("\\d{1,16}")) {
      throw Problem.notFound().asException();
    }
    return Long.parseLong(id);
  }

  /// Who has no hold on a conversation sends nothing there.
  private Conversation held(ServerRequest request, Clerk clerk) {
    Conversation conversation = conversation(request);
    boolean mine =
        switch (conversation.state()) {
          case WithClerk held -> held.clerk().equals(clerk.id());
          case Snoozed put -> put.clerk().equals(clerk.id());
          case WithBot _, Waiting _, Closed _ -> false;
        };
    if (!mine) {
      throw new Problem(409, "You do not have this conversation.", "Claim it first.")
          .asException();
    }
    return conversation;
  }

  private Conversation conversation(ServerRequest request) {
    return ConsoleRequest.existing(conversations, request.path().pathParameters().get("id"));
  }
}
