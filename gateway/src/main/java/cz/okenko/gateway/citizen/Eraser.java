package cz.okenko.gateway.citizen;

import cz.okenko.connectors.Address;
import cz.okenko.connectors.Connector;
import cz.okenko.gateway.access.Audit;
import cz.okenko.gateway.access.Clerk;
import cz.okenko.gateway.access.Deed;
import cz.okenko.gateway.access.Subject;
import cz.okenko.gateway.attachment.FileStorage;
import cz.okenko.gateway.citizen.ErasureRows.Erased;
import cz.okenko.gateway.citizen.ErasureRows.Leftover;
import cz.okenko.gateway.citizen.PersonRows.Matter;
import cz.okenko.gateway.citizen.PersonRows.Said;
import cz.okenko.gateway.conversation.ConversationId;
import cz.okenko.gateway.conversation.Conversations;
import cz.okenko.gateway.directory.OfficeCalendar;
import cz.okenko.gateway.search.TranscriptIndex;
import cz.okenko.gateway.store.Ids;
import cz.okenko.gateway.store.Store;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Erases all that is known of a citizen. What is in the database goes in one transaction; files, mails and
/// what channels remember are noted there and removed right after, or whenever a process lives again. What is
/// deleted is written over; in the night after, the whole file is written anew.
public final class Eraser {
  private static final Logger LOG = LoggerFactory.getLogger(Eraser.class);
  private static final int NIGHT_BEGINS = 2;
  private static final int NIGHT_ENDS = 4;

  private final Parts parts;

  /// What it stands on; `channels` are those that are on, by their names.
  public record Parts(
      Store store,
      Ids ids,
      Conversations conversations,
      FileStorage files,
      TranscriptIndex index,
      Map<String, Connector> channels,
      Audit audit,
      OfficeCalendar calendar,
      InstantSource clock) {
    public Parts {
      channels = Map.copyOf(channels);
    }
  }

  public Eraser(Parts parts) {
    this.parts = parts;
  }

  /// What would be erased.
  ///
  /// @param upTo the newest message of it: what is erased is what was seen
  /// @param held what the law keeps, empty when nothing
  /// @param before that it was erased before, empty when not
  record Prospect(
      int conversations,
      int messages,
      int files,
      long upTo,
      List<Held> held,
      List<Erased> before) {
    Prospect {
      held = List.copyOf(held);
      before = List.copyOf(before);
    }
  }

  /// A submission the office still has time by law to deal with, so it may not be erased.
  record Held(ConversationId conversation, String submission, LocalDate until, String law) {}

  /// What came of it.
  sealed interface Outcome {
    record Done(int conversations) implements Outcome {}

    record ByLaw(Held held) implements Outcome {}

    /// The citizen, or somebody at the office, wrote meanwhile.
    record Changed() implements Outcome {}
  }

  Prospect prospect(ConversationId id) {
    return parts.store.read(handle -> prospect(handle, id));
  }

  private Prospect prospect(Handle handle, ConversationId id) {
    List<ConversationId> person = Person.of(handle, id);
    int messages = 0;
    int files = 0;
    long upTo = 0;
    List<Held> held = new ArrayList<>();
    for (ConversationId one : person) {
      List<Said> said = PersonRows.said(handle, one.value());
      messages += said.size();
      files +=
          PersonRows.files(handle, one.value()).size()
              + PersonRows.draftFiles(handle, one.value()).size();
      upTo = said.isEmpty() ? upTo : Math.max(upTo, said.getLast().id());
      Matter matter = PersonRows.matter(handle, one);
      held(matter).ifPresent(held::add);
    }
    return new Prospect(
        person.size(), messages, files, upTo, held, ErasureRows.find(handle, id).stream().toList());
  }

  private Optional<Held> held(Matter matter) {
    LocalDate today = parts.calendar.dayOf(parts.clock.instant());
    return StatutoryTime.of(matter.submission())
        .map(
            time ->
                new Held(
                    new ConversationId(matter.id()),
                    matter.submission(),
                    time.end(parts.calendar.dayOf(matter.submittedAt())),
                    time.law()))
        .filter(held -> !held.until.isBefore(today));
  }

  /// Erases what was seen, all of it or nothing.
  Outcome erase(ConversationId id, Clerk clerk, String reason, long seen) {
    var refused = new Outcome[] {new Outcome.Changed()};
    List<ConversationId> erased =
        parts.conversations.erase(
            handle -> {
              Prospect now = prospect(handle, id);
              if (!now.held.isEmpty()) {
                refused[0] = new Outcome.ByLaw(now.held.getFirst());
              }
              boolean may = now.held.isEmpty() && now.upTo == seen;
              List<ConversationId> person = may ? Person.of(handle, id) : List.of();
              person.forEach(one -> beside(handle, one, clerk, reason));
              return person;
            });
    if (erased.isEmpty()) {
      return refused[0];
    }
    parts.index.purge();
    sweep();
    parts.store.settle();
    return new Outcome.Done(erased.size());
  }

  /// What other tables know, and what is to be removed elsewhere.
  private void beside(Handle handle, ConversationId id, Clerk clerk, String reason) {
    Matter matter = PersonRows.matter(handle, id);
    List<String> externalIds =
        PersonRows.said(handle, id.value()).stream()
            .filter(said -> said.author().equals("citizen"))
            .map(Said::channelId)
            .toList();
    if (!matter.address().equals("erased " + id)) {
      ErasureRows.address(handle, parts.ids.next(), matter, externalIds);
    }
    FileStorage.forget(handle, id.value())
        .forEach(file -> ErasureRows.file(handle, parts.ids.next(), file));
    PersonRows.forgetBegun(handle, id.value());
    NoteRows.forget(handle, id.value());
    ErasureRows.erased(handle, id, clerk.id(), reason, parts.clock.instant());
    parts.audit.write(handle, clerk, Deed.ERASED, Subject.conversation(id.value()));
  }

  /// Removes what is left outside the database; to be called from time to time.
  public void sweep() {
    for (Leftover leftover : parts.store.read(ErasureRows::leftovers)) {
      try {
        remove(leftover);
        parts.store.write(handle -> ErasureRows.removed(handle, leftover.id()));
      } catch (IOException e) {
        LOG.warn("what is left of an erasure ({}) cannot be removed yet", leftover.id(), e);
      }
    }
  }

  private void remove(Leftover leftover) throws IOException {
    if (!leftover.file().isEmpty()) {
      parts.files.remove(leftover.file());
      return;
    }
    Connector channel = parts.channels.get(leftover.channel());
    if (channel != null) {
      channel.forget(
          new Address(leftover.channel(), leftover.address()), leftover.externalIds());
    }
  }

  /// In the night after an erasure, writes the database anew; to be called a few times an hour.
  public void compact() {
    Instant now = parts.clock.instant();
    int hour = now.atZone(parts.calendar.zone()).getHour();
    boolean night = hour >= NIGHT_BEGINS && hour < NIGHT_ENDS;
    if (night && parts.store.read(ErasureRows::uncompacted)) {
      parts.index.purge();
      parts.store.compact();
      parts.store.write(handle -> ErasureRows.compacted(handle, now));
    }
  }
}
