package cz.okenko.gateway.handoff;

import cz.okenko.gateway.conversation.QueueId;
import cz.okenko.gateway.directory.Agenda;
import cz.okenko.gateway.directory.Office;
import java.time.Instant;
import java.util.Optional;

/// By when a clerk of an agenda takes up who waits: so many hours in which the office is open.
public final class Promises {
  private final Office office;

  public Promises(Office office) {
    this.office = office;
  }

  /// Empty for an agenda the office does not have any more, and where it never opens.
  Optional<Instant> by(QueueId queue, Instant since) {
    return office
        .agenda(queue.value())
        .map(Agenda::promised)
        .flatMap(promised -> office.calendar().openFor(since, promised));
  }
}
