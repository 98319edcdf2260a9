package cz.okenko.gateway.roster;

import cz.okenko.gateway.access.Audit;
import cz.okenko.gateway.editing.Refusal;
import cz.okenko.gateway.editing.UnreadableFileException;
import cz.okenko.gateway.roster.PersonRows.Kept;
import java.util.List;

/// The directory as a CSV file, for the operator's commands.
public final class DirectoryFile {
  private final Roster roster;
  private final Audit.Pen pen;

  public DirectoryFile(Roster roster, Audit audit) {
    this.roster = roster;
    this.pen = audit.ofOperator();
  }

  /// What came of a file, or would come of it. With a fault nothing is written.
  public record Report(String summary, List<Refusal> faults) {
    public Report {
      faults = List.copyOf(faults);
    }
  }

  /// The whole directory as a spreadsheet opens it.
  public String text() {
    return RosterTable.write(roster.kept().stream().map(Kept::person).toList());
  }

  /// Takes a file over, or with `dryRun` only says what would change.
  public Report take(String text, boolean dryRun) throws UnreadableFileException {
    RosterTable.Outcome outcome = roster.take(pen, RosterTable.of(text), dryRun);
    String written = dryRun || !outcome.faults().isEmpty() ? " (nothing was written)" : "";
    int changed = outcome.changed().size() - outcome.added().size();
    return new Report(
        "%d new, %d changed, %d the same, %d faults"
                .formatted(
                    outcome.added().size(), changed, outcome.same(), outcome.faults().size())
            + written,
        outcome.faults());
  }
}
