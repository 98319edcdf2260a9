package cz.okenko.connectors.messenger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import cz.okenko.connectors.SentForm;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/// The Graph API on loopback, as far as Messenger uses it. It refuses what the real one refuses:
/// wrong tokens and versions, texts, titles and templates over the limits, tags it retired.
final class FakeGraph implements AutoCloseable {
  static final String TOKEN = "page-token";
  static final String VERSION = "v25.0";

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final List<JsonNode> messages = new CopyOnWriteArrayList<>();
  private final List<SentForm> uploads = new CopyOnWriteArrayList<>();
  private final List<Reply> uploadReplies = new ArrayList<>();
  private final LinkedBlockingQueue<String> actions = new LinkedBlockingQueue<>();
  private final List<JsonNode> profiles = new CopyOnWriteArrayList<>();
  private final Map<String, JsonNode> personas = new HashMap<>();
  private final List<Reply> replies = new ArrayList<>();
  private final Map<String, Reply> files = new HashMap<>();
  private final WebServer server;
  private boolean losesAnswers;
  private int usualFirst;

  /// What is answered instead of the usual.
  record Reply(int status, String header, String value, String body) {

    static Reply error(int status, int code, int subcode) {
      return new Reply(
          status,
          "X-Nothing",
          "",
          """
          {"error":{"message":"said the platform","type":"OAuthException","code":%d,
           "error_subcode":%d,"fbtrace_id":"AbCdEf","error_data":{"unknown":[1,{"a":null}]}}}
          """
              .formatted(code, subcode));
    }

    Reply after(int seconds) {
      return new Reply(status, "Retry-After", Integer.toString(seconds), body);
    }
  }

  FakeGraph() {
    this.server =
        WebServer.builder()
            .host("localhost")
            .port(0)
            .shutdownHook(false)
            .routing(
                routing ->
                    routing
                        .post("/" + VERSION + "/me/{what}", this::post)
                        .get("/" + VERSION + "/me", this::me)
                        .get("/files/{name}", this::file))
            .build()
            .start();
  }

  URI base() {
    return URI.create(origin() + "/" + VERSION);
  }

  String origin() {
    return "http://localhost:" + server.port();
  }

  /// What citizens have got, oldest first, as it was posted.
  List<JsonNode> messages() {
    return List.copyOf(messages);
  }

  /// The words of all messages.
  List<String> heard() {
    return messages.stream().map(FakeGraph::words).toList();
  }

  /// What can be tapped under a message: title, kind and payload.
  static List<Tap> taps(JsonNode message) {
    JsonNode buttons = message.at("/message/attachment/payload/buttons");
    JsonNode all = buttons.isArray() ? buttons : message.at("/message/quick_replies");
    return StreamSupport.stream(all.spliterator(), false)
        .map(
            one ->
                new Tap(
                    one.path("title").asText(), buttons.isArray(), one.path("payload").asText()))
        .toList();
  }

  record Tap(String title, boolean button, String payload) {}

  private static String words(JsonNode message) {
    return message.at("/message/text").asText()
        + message.at("/message/attachment/payload/text").asText();
  }

  /// The next thing shown beside messages, waited for.
  String action() throws InterruptedException {
    return Optional.ofNullable(actions.poll(10, TimeUnit.SECONDS)).orElse("nothing");
  }

  boolean quiet() {
    return actions.isEmpty();
  }

  List<JsonNode> profiles() {
    return List.copyOf(profiles);
  }

  synchronized List<String> personas() {
    return personas.values().stream().map(one -> one.path("name").asText()).sorted().toList();
  }

  synchronized void forgetPersonas() {
    personas.clear();
  }

  /// The next messages are answered so, one after the other.
  synchronized void answers(Reply... next) {
    replies.addAll(List.of(next));
  }

  /// Takes so many messages as usual, and from then on answers so.
  synchronized void answersAfter(int usual, Reply reply) {
    usualFirst = usual;
    answersAlways(reply);
  }

  synchronized void answersAlways(Reply reply) {
    for (int i = 0; i < 1_000; i++) {
      replies.add(reply);
    }
  }

  synchronized void answersAsUsual() {
    replies.clear();
  }

  /// From now on takes what is posted and gives an answer nobody can read.
  synchronized void losesAnswers(boolean loses) {
    losesAnswers = loses;
  }

  synchronized String file(String name, Reply reply) {
    files.put(name, reply);
    return origin() + "/files/" + name;
  }

  private void file(ServerRequest request, ServerResponse response) {
    Reply reply;
    synchronized (this) {
      String name = request.path().pathParameters().get("name");
      reply = files.getOrDefault(name, Reply.error(404, 1, 1));
    }
    send(response, reply);
  }

  private void me(ServerRequest request, ServerResponse response) {
    send(response, authorised(request) ? ok("{\"id\":\"1\"}") : Reply.error(400, 190, 463));
  }

  private void post(ServerRequest request, ServerResponse response) {
    SentForm.of(request)
        .ifPresentOrElse(
            form -> send(response, upload(request, form)), () -> posted(request, response));
  }

  private synchronized Reply upload(ServerRequest request, SentForm form) {
    if (!request.path().pathParameters().get("what").equals("message_attachments")
        || !authorised(request)) {
      return Reply.error(400, 190, 463);
    }
    if (!uploadReplies.isEmpty()) {
      return uploadReplies.removeFirst();
    }
    JsonNode attachment = parsed(form.fields().getOrDefault("message", "")).path("attachment");
    boolean reusable = attachment.at("/payload/is_reusable").asBoolean();
    boolean known = List.of("image", "file").contains(attachment.path("type").asText());
    if (!reusable || !known || !form.fields().containsKey("filedata")) {
      return Reply.error(400, 100, 2018047);
    }
    uploads.add(form);
    return ok("{\"attachment_id\":\"" + uploads.size() + "\"}");
  }

  /// The next uploads are answered so, one after the other.
  synchronized void answersUploads(Reply... next) {
    uploadReplies.addAll(List.of(next));
  }

  /// The files citizens have got, oldest first.
  List<SentForm> received() {
    return messages.stream()
        .map(message -> message.at("/message/attachment/payload/attachment_id").asText())
        .filter(id -> !id.isEmpty())
        .map(id -> uploads.get(Integer.parseInt(id) - 1))
        .toList();
  }

  private synchronized void posted(ServerRequest request, ServerResponse response) {
    JsonNode body = json(request);
    String what = request.path().pathParameters().get("what");
    if (!authorised(request)) {
      send(response, Reply.error(400, 190, 463));
    } else if (body.has("sender_action")) {
      actions.add(
          body.path("sender_action").asText() + " " + body.at("/recipient/id").asText());
      send(response, ok("{\"recipient_id\":\"1\"}"));
    } else if (what.equals("personas")) {
      String id = Integer.toString(1_000 + personas.size());
      personas.put(id, body);
      send(response, ok("{\"id\":\"" + id + "\"}"));
    } else if (what.equals("messenger_profile")) {
      profiles.add(body);
      send(response, ok("{\"result\":\"success\"}"));
    } else {
      send(response, message(body));
    }
  }

  private Reply message(JsonNode body) {
    if (!replies.isEmpty() && usualFirst == 0) {
      return replies.removeFirst();
    }
    usualFirst = Math.max(0, usualFirst - 1);
    if (!takes(body)) {
      return Reply.error(400, 100, 0);
    }
    messages.add(body);
    return losesAnswers
        ? new Reply(200, "X-Nothing", "", "<html>")
        : ok("{\"recipient_id\":\"1\",\"message_id\":\"m_" + messages.size() + "\",\"new\":{}}");
  }

  private boolean takes(JsonNode body) {
    String type = body.path("messaging_type").asText();
    String tag = body.path("tag").asText();
    boolean tagged = type.equals("MESSAGE_TAG") && tag.equals("HUMAN_AGENT");
    boolean plain = type.equals("RESPONSE") && tag.isEmpty();
    String persona = body.path("persona_id").asText();
    String text = words(body);
    boolean template = body.at("/message/attachment").isObject();
    List<Tap> taps = taps(body);
    boolean addressed =
        (tagged || plain)
            && body.at("/recipient/id").isTextual()
            && (persona.isEmpty() || personas.containsKey(persona));
    String asset = body.at("/message/attachment/payload/attachment_id").asText();
    if (!asset.isEmpty()) {
      return addressed && text.isEmpty() && Integer.parseInt(asset) <= uploads.size();
    }
    return addressed
        && !text.isBlank()
        && text.length() <= (template ? 640 : 2_000)
        && taps.size() <= (template ? 3 : 13)
        && (!template || !taps.isEmpty())
        && taps.stream().allMatch(FakeGraph::fits);
  }

  private static boolean fits(Tap tap) {
    return !tap.title().isBlank()
        && tap.title().length() <= 20
        && !tap.payload().isEmpty()
        && tap.payload().length() <= 1_000;
  }

  private static boolean authorised(ServerRequest request) {
    String header = request.headers().value(HeaderNames.AUTHORIZATION).orElse("");
    String proof = request.query().first("appsecret_proof").orElse("");
    return header.equals("Bearer " + TOKEN)
        && proof.equals(new Keys(MessengerBench.APP_SECRET).proof(TOKEN));
  }

  private static JsonNode parsed(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode json(ServerRequest request) {
    try {
      return MAPPER.readTree(request.content().inputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reply ok(String body) {
    return new Reply(200, "X-Nothing", "", body);
  }

  private static void send(ServerResponse response, Reply reply) {
    response
        .status(Status.create(reply.status()))
        .header(HeaderNames.create(reply.header()), reply.value())
        .send(reply.body());
  }

  @Override
  public void close() {
    server.stop();
  }
}
