package cz.okenko.benchmark;

import cz.okenko.benchmark.Questions.Question;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Messages acknowledged on disk and answered, beside the bare server: rounds of the same work in
/// turn, the ratio of each pair of rounds, and whether everything that was acknowledged is stored.
final class ChatBenchmark {
  private final Site site;
  private final PrintStream out;

  ChatBenchmark(Site site, PrintStream out) {
    this.site = site;
    this.out = out;
  }

  void run() throws Exception {
    String log = "-Xlog:gc:file=" + site.folder().resolve("gc.log");
    try (var product = ServerProcess.start(site.product("chat", List.of(log)));
        var bare = ServerProcess.start(site.bare("chat-bare", List.of()))) {
      Question first = Questions.all().getFirst();
      product.firstAnswer(line -> line.get(first.asked()).status() == 200);
      bare.firstAnswer(
          line -> line.post("/ask", "", "{\"text\":" + first.json() + "}").status() == 200);
      List<Question> questions = Questions.answeredByBoth(product.port(), bare.port());
      out.printf(
          "%d of %d phrases are answered with their article by both%n",
          questions.size(), Questions.all().size());
      var chat = new Side("product", product, () -> Clients.Citizen.enter(product.port()), out);
      var limit =
          new Side("bare", bare, () -> new Clients.Bare(new Line(bare.port())), out);
      chat.warmUp(questions, Benchmark.work());
      limit.warmUp(questions, Benchmark.work());
      compare(chat, limit, questions);
      search(product, questions);
      durable(product);
      out.printf("resident memory of the product after that: %.0f MiB%n", product.residentMemory());
      product.stop();
      check(chat.asked());
    }
    var pauses = site.pauses("gc.log");
    out.printf(
        "collector: %d pauses, the longest %.1f ms%n",
        pauses.size(), pauses.stream().mapToDouble(Double::doubleValue).max().orElse(0));
  }

  private void compare(Side chat, Side limit, List<Question> questions) throws Exception {
    var rates = new ArrayList<Double>();
    var costs = new ArrayList<Double>();
    var perSecond = new ArrayList<Double>();
    var milliseconds = new ArrayList<Double>();
    for (int i = 0; i < Benchmark.rounds(); i++) {
      out.printf("round %d%n", i + 1);
      Side.Round product = chat.round(questions, Benchmark.work());
      Side.Round bare = limit.round(questions, Benchmark.work());
      perSecond.add(product.perSecond());
      milliseconds.add(product.milliseconds());
      rates.add(product.perSecond() / bare.perSecond());
      costs.add(product.milliseconds() / bare.milliseconds());
    }
    out.println("acknowledged and answered: " + Spread.of(perSecond).in("messages/s"));
    out.println("processor time for a message: " + Spread.of(milliseconds).in("ms"));
    out.println("messages beside the bare server: " + Spread.of(rates).in("×"));
    out.println("processor time beside the bare server: " + Spread.of(costs).in("×"));
  }

  /// What a question costs without a conversation around it: the part of the search.
  private void search(ServerProcess product, List<Question> questions) throws Exception {
    var search =
        new Side("search", product, () -> new Clients.Searcher(new Line(product.port())), out);
    search.warmUp(questions, Benchmark.work());
    out.printf(
        "processor time for a GET /api/answer, the search and its HTTP: %.2f ms%n",
        search.round(questions, Benchmark.work()).milliseconds());
  }

  /// Read back from the connection that wrote.
  private void durable(ServerProcess product) throws Exception {
    try (var line = new Line(product.port())) {
      boolean full = line.get("/metrics").body().contains("okenko_writer_synchronous 2.0");
      out.println("synchronous=FULL on the writing connection: " + full);
      if (!full) {
        throw new IllegalStateException("commits are not durable");
      }
    }
  }

  /// Everything acknowledged is stored and answered once.
  private void check(long acknowledged) throws SQLException {
    String database = "chat/okenko.db";
    long stored = site.count(database, "select count(*) from message where author = 'citizen'");
    long answers = site.count(database, "select count(*) from message where author = 'bot'");
    long open = site.count(database, "select count(*) from message where received = 1");
    out.printf(
        "acknowledged %d, stored %d, answers stored %d, unanswered %d%n",
        acknowledged, stored, answers, open);
    if (stored != acknowledged || answers != acknowledged || open != 0) {
      throw new IllegalStateException("something was lost or answered twice");
    }
  }
}
