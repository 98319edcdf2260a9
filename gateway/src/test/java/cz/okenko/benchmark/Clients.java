package cz.okenko.benchmark;

import cz.okenko.benchmark.Load.Client;
import cz.okenko.benchmark.Load.Heard;
import cz.okenko.benchmark.Questions.Question;
import java.io.IOException;

/// The ways to ask that are compared.
final class Clients {
  private Clients() {}

  /// A citizen in the web chat: a conversation with an open stream. A question is answered when the
  /// bot's line has come down the stream.
  static final class Citizen implements Client {
    private final String token;
    private final Line line;
    private final Line stream;
    private int sent;

    private Citizen(String token, Line line, Line stream) {
      this.token = token;
      this.line = line;
      this.stream = stream;
    }

    static Citizen enter(int port) throws IOException {
      var line = new Line(port);
      String token = member(line.post("/api/chat", "", "{\"language\":\"cs\"}").body(), "token");
      var stream = new Line(port);
      stream.stream("/api/chat/events", token);
      return new Citizen(token, line, stream);
    }

    @Override
    public Heard ask(Question question) throws IOException {
      var reply =
          line.post(
              "/api/chat/messages",
              token,
              "{\"clientId\":\"" + ++sent + "\",\"text\":" + question.json() + "}");
      if (reply.status() != 202) {
        throw new IOException("not acknowledged: " + reply);
      }
      String events = stream.events();
      while (!isAnswered(events)) {
        events = stream.events();
      }
      return events.contains(question.member()) ? Heard.RIGHT : Heard.WRONG;
    }

    /// By the bot, or by the office's words when the question is a wish for a person.
    private static boolean isAnswered(String events) {
      return events.contains("\"author\":\"bot\"") || events.contains("\"author\":\"office\"");
    }

    @Override
    public void close() throws IOException {
      line.close();
      stream.close();
    }

    private static String member(String json, String name) {
      int at = json.indexOf('"' + name + "\":\"") + name.length() + 4;
      return json.substring(at, json.indexOf('"', at));
    }
  }

  /// Asks the bare server.
  record Bare(Line line) implements Client {
    @Override
    public Heard ask(Question question) throws IOException {
      var reply = line.post("/ask", "", "{\"text\":" + question.json() + "}");
      if (reply.status() != 200) {
        throw new IOException("not answered: " + reply);
      }
      return reply.body().contains(question.member()) ? Heard.RIGHT : Heard.WRONG;
    }

    @Override
    public void close() throws IOException {
      line.close();
    }
  }

  /// Asks the product's search alone.
  record Searcher(Line line) implements Client {
    @Override
    public Heard ask(Question question) throws IOException {
      var reply = line.get(question.asked());
      if (reply.status() != 200) {
        throw new IOException("not answered: " + reply);
      }
      return reply.body().contains(question.member()) ? Heard.RIGHT : Heard.WRONG;
    }

    @Override
    public void close() throws IOException {
      line.close();
    }
  }
}
