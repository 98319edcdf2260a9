package cz.okenko.knowledge;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;

/// Asks a file of questions with known answers and says how often the right article came first.
public final class Evaluation {

  public Evaluation(KnowledgeBase knowledge) {}

  /// Reads tab-separated questions with a header naming at least `qid`, `query` and `gold` (slugs
  /// joined by `|`, `none` or `smalltalk`; `lang` and `style` are used when present), writes one
  /// line per question to `run`: `qid TAB slug:score,slug:score,… TAB ms`, the list being empty
  /// when the citizen would be handed over, and prints a summary to `out`.
  ///
  /// @throws IOException when a file cannot be read or written, or the header lacks a column
  public void run(Path questions, Path run, PrintWriter out) throws IOException {}
}
