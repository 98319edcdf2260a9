package cz.okenko.benchmark;

import cz.okenko.benchmark.Load.Door;
import cz.okenko.benchmark.Load.Outcome;
import cz.okenko.benchmark.Questions.Question;
import java.io.PrintStream;
import java.util.List;

/// One of the servers that are compared, and what it costs for each question.
final class Side {
  private static final int LONGEST_WARM_UP = 6;
  private static final double SETTLED = 0.10;

  private final String name;
  private final ServerProcess server;
  private final Door door;
  private final PrintStream out;
  private long asked;

  Side(String name, ServerProcess server, Door door, PrintStream out) {
    this.name = name;
    this.server = server;
    this.door = door;
    this.out = out;
  }

  /// @param milliseconds processor time for one question
  record Round(double perSecond, double milliseconds) {}

  Round round(List<Question> questions, int work) throws Exception {
    double before = server.processorSeconds();
    double askingBefore = Load.processorSeconds();
    Outcome outcome = Load.run(door, questions, work);
    double milliseconds = (server.processorSeconds() - before) * 1_000 / work;
    double asking = (Load.processorSeconds() - askingBefore) * 1_000 / work;
    asked += work;
    double perSecond = work / outcome.seconds();
    out.printf(
        "  %-8s %6.0f/s  %.3f ms of processor time  asking took %.3f ms  %d right, %d other%n",
        name, perSecond, milliseconds, asking, outcome.right(), outcome.wrong());
    return new Round(perSecond, milliseconds);
  }

  /// Warm-up by work: until a round costs about as much as the one before.
  void warmUp(List<Question> questions, int work) throws Exception {
    double before = Double.MAX_VALUE;
    for (int i = 0; i < LONGEST_WARM_UP; i++) {
      double cost = round(questions, work).milliseconds;
      if (Math.abs(before - cost) < SETTLED * before) {
        return;
      }
      before = cost;
    }
  }

  /// Questions asked in all rounds.
  long asked() {
    return asked;
  }
}
