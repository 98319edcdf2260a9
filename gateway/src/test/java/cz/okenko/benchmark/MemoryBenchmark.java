package cz.okenko.benchmark;

import cz.okenko.benchmark.Questions.Question;
import java.io.PrintStream;
import java.util.List;

/// Resident memory after so many conversations with a message each, beside the bare server after as
/// many questions. The conversations' streams are open one after another.
final class MemoryBenchmark {
  private static final int CONVERSATIONS = 1_000;

  private final Site site;
  private final PrintStream out;

  MemoryBenchmark(Site site, PrintStream out) {
    this.site = site;
    this.out = out;
  }

  void run() throws Exception {
    List<Question> questions = Questions.all();
    Question first = questions.getFirst();
    try (var product = ServerProcess.start(site.product("memory", List.of()));
        var bare = ServerProcess.start(site.bare("memory-bare", List.of()))) {
      product.firstAnswer(line -> line.get(first.asked()).status() == 200);
      bare.firstAnswer(
          line -> line.post("/ask", "", "{\"text\":" + first.json() + "}").status() == 200);
      out.printf(
          "resident at the first answer: %.0f MiB, bare %.0f MiB%n",
          product.residentMemory(), bare.residentMemory());
      for (int i = 0; i < CONVERSATIONS; i++) {
        Question question = questions.get(i % questions.size());
        try (var citizen = Clients.Citizen.enter(product.port());
            var other = new Clients.Bare(new Line(bare.port()))) {
          citizen.ask(question);
          other.ask(question);
        }
      }
      double own = product.residentMemory();
      double limit = bare.residentMemory();
      out.printf(
          "resident after %d conversations: %.0f MiB, bare %.0f MiB, %.2f ×%n",
          CONVERSATIONS, own, limit, own / limit);
    }
  }
}
