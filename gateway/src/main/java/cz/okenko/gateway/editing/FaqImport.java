package cz.okenko.gateway.editing;

import cz.okenko.gateway.editing.FaqChecks.Checked;
import cz.okenko.gateway.editing.FaqChecks.Entry;
import cz.okenko.knowledge.Archive;
import cz.okenko.knowledge.Archive.Outcome;
import cz.okenko.knowledge.Effect;
import cz.okenko.knowledge.Faq;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Imports a list of questions: what can be taken is published, and of the rest is said why not.
public final class FaqImport {
  private final Archive archive;

  public FaqImport(Archive archive) {
    this.archive = archive;
  }

  /// What an import did, or would do. `refusals` are in the order of lines.
  public record Report(List<Line> lines, List<Refusal> refusals) {
    public Report {
      lines = List.copyOf(lines);
      refusals = List.copyOf(refusals);
    }

    /// How many questions had this effect.
    public long count(Effect effect) {
      return lines.stream().filter(line -> line.effect() == effect).count();
    }

    /// Whether nothing of the list is published.
    public boolean isEmpty() {
      return lines.isEmpty();
    }

    /// All of it in numbers, for example “120 new, 2 changed, 1 the same, 1 refused”.
    public String summary() {
      Map<Effect, Long> counts = new EnumMap<>(Effect.class);
      lines.forEach(line -> counts.merge(line.effect(), 1L, Long::sum));
      return "%d new, %d changed, %d the same, %d refused"
          .formatted(
              counts.getOrDefault(Effect.NEW, 0L),
              counts.getOrDefault(Effect.CHANGED, 0L),
              counts.getOrDefault(Effect.SAME, 0L),
              refusals.size());
    }
  }

  /// A question that was taken.
  public record Line(int line, String slug, String question, Effect effect) {}

  /// Reads the file and publishes its questions; with `dryRun` only says what that would do.
  ///
  /// @throws UnreadableFileException when nothing of the file can be read
  public Report run(Path file, boolean dryRun) throws IOException, UnreadableFileException {
    FaqFile.FaqList list = FaqFile.read(file);
    Checked checked = FaqChecks.of(list.rows());
    List<Faq> faqs = checked.entries().stream().map(Entry::faq).toList();
    List<Outcome> outcomes = dryRun ? archive.previewFaqs(faqs) : archive.importFaqs(faqs);

    List<Line> lines = new ArrayList<>();
    List<Refusal> refusals = new ArrayList<>(list.broken());
    refusals.addAll(checked.refusals());
    for (int i = 0; i < outcomes.size(); i++) {
      Entry entry = checked.entries().get(i);
      switch (outcomes.get(i)) {
        case Outcome.Taken(Effect effect) ->
            lines.add(
                new Line(
                    entry.line(), entry.faq().slug().value(), entry.faq().question(), effect));
        case Outcome.Refused(String reason) -> refusals.add(new Refusal(entry.line(), reason));
      }
    }
    refusals.sort(Comparator.comparingInt(Refusal::line));
    return new Report(lines, refusals);
  }
}
