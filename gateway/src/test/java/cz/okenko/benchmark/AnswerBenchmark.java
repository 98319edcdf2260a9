package cz.okenko.benchmark;

import cz.okenko.benchmark.Questions.Question;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/// Processor time for one `GET /api/answer`.
final class AnswerBenchmark {
  private final Site site;
  private final PrintStream out;

  AnswerBenchmark(Site site, PrintStream out) {
    this.site = site;
    this.out = out;
  }

  void run() throws Exception {
    try (var product = ServerProcess.start(site.product("answer", List.of()))) {
      List<Question> questions = Questions.all();
      product.firstAnswer(line -> line.get(questions.getFirst().asked()).status() == 200);
      var search =
          new Side("answer", product, () -> new Clients.Searcher(new Line(product.port())), out);
      search.warmUp(questions, Benchmark.work());
      var rates = new ArrayList<Double>();
      var costs = new ArrayList<Double>();
      for (int i = 0; i < Benchmark.rounds(); i++) {
        Side.Round round = search.round(questions, Benchmark.work());
        rates.add(round.perSecond());
        costs.add(round.milliseconds());
      }
      out.println("GET /api/answer: " + Spread.of(rates).in("requests/s"));
      out.println("processor time for a GET /api/answer: " + Spread.of(costs).in("ms"));
    }
  }
}
