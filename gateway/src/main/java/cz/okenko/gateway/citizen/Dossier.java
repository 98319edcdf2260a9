package cz.okenko.gateway.citizen;

import cz.okenko.connectors.http.Problem;
import cz.okenko.gateway.access.Audit;
import cz.okenko.gateway.access.Clerk;
import cz.okenko.gateway.access.Deed;
import cz.okenko.gateway.access.Right;
import cz.okenko.gateway.access.Subject;
import cz.okenko.gateway.citizen.ConsentRows.Consent;
import cz.okenko.gateway.citizen.ErasureRows.Erased;
import cz.okenko.gateway.citizen.NoteRows.NoteId;
import cz.okenko.gateway.citizen.NoteRows.Wording;
import cz.okenko.gateway.citizen.PersonRows.Matter;
import cz.okenko.gateway.conversation.ConversationId;
import cz.okenko.gateway.conversation.Conversations;
import cz.okenko.gateway.conversation.Step;
import cz.okenko.gateway.directory.OfficeCalendar;
import cz.okenko.gateway.store.Ids;
import cz.okenko.gateway.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What clerks know of one citizen and note about them. Safe for any thread.
public final class Dossier {
  private final Parts parts;

  /// What it stands on.
  public record Parts(
      Store store,
      Ids ids,
      Conversations conversations,
      Audit audit,
      OfficeCalendar calendar,
      InstantSource clock) {}

  public Dossier(Parts parts) {
    this.parts = parts;
  }

  /// One citizen, oldest first.
  ///
  /// @param erased that they were, empty when not
  record Known(
      List<Matter> matters,
      List<String> contacts,
      List<Clocked> clocks,
      List<Wording> notes,
      List<Consent> consents,
      List<Erased> erased) {
    Known {
      matters = List.copyOf(matters);
      contacts = List.copyOf(contacts);
      clocks = List.copyOf(clocks);
      notes = List.copyOf(notes);
      consents = List.copyOf(consents);
      erased = List.copyOf(erased);
    }
  }

  /// A formal submission and the last day the office has for it.
  ///
  /// @param daysLeft negative when it is over
  record Clocked(Matter matter, LocalDate until, long daysLeft, String law) {}

  /// What came of a change.
  enum Change {
    DONE,
    MISSING,
    NOT_YOURS,
    STALE
  }

  Known of(long conversation) {
    return parts.store.read(handle -> known(handle, conversation));
  }

  private Known known(Handle handle, long conversation) {
    var one = new ConversationId(conversation);
    if (parts.conversations.find(one).isEmpty()) {
      throw Problem.notFound().asException();
    }
    List<ConversationId> person = Person.of(handle, one);
    List<Matter> matters = person.stream().map(id -> PersonRows.matter(handle, id)).toList();
    return new Known(
        matters,
        matters.stream().map(Matter::contact).filter(c -> !c.isEmpty()).distinct().toList(),
        matters.stream().flatMap(matter -> clocked(matter).stream()).toList(),
        person.stream().flatMap(id -> NoteRows.of(handle, id.value()).stream()).toList(),
        person.stream().flatMap(id -> ConsentRows.of(handle, id.value()).stream()).toList(),
        ErasureRows.find(handle, one).stream().toList());
  }

  private Optional<Clocked> clocked(Matter matter) {
    return StatutoryTime.of(matter.submission())
        .map(
            time -> {
              LocalDate until = time.end(parts.calendar.dayOf(matter.submittedAt()));
              LocalDate today = parts.calendar.dayOf(parts.clock.instant());
              return new Clocked(matter, until, today.until(until, ChronoUnit.DAYS), time.law());
            });
  }

  Known note(long conversation, String text, Clerk clerk) {
    of(conversation);
    long id = parts.ids.next();
    parts.store.write(
        handle -> {
          NoteRows.add(handle, id, conversation);
          parts.audit.write(handle, clerk, Deed.NOTED, Subject.conversation(conversation));
          return NoteRows.write(handle, new NoteId(id, 0), text, clerk, now());
        });
    return of(conversation);
  }

  Change reword(NoteId note, String text, Clerk clerk) {
    return change(
        note,
        clerk,
        Deed.CHANGED_NOTE,
        handle -> NoteRows.write(handle, note, text, clerk, now()));
  }

  Change delete(NoteId note, Clerk clerk) {
    return change(note, clerk, Deed.DELETED_NOTE, handle -> NoteRows.delete(handle, note));
  }

  private interface Writing {
    boolean on(Handle handle);
  }

  private Change change(NoteId note, Clerk clerk, Deed deed, Writing writing) {
    return parts.store.write(
        handle -> {
          Optional<Long> conversation = NoteRows.conversation(handle, note.id());
          if (conversation.isEmpty()) {
            return Change.MISSING;
          }
          if (!may(handle, conversation.get(), note, clerk)) {
            return Change.NOT_YOURS;
          }
          if (!writing.on(handle)) {
            return Change.STALE;
          }
          parts.audit.write(handle, clerk, deed, Subject.conversation(conversation.get()));
          return Change.DONE;
        });
  }

  /// Who wrote it first, and who looks after data.
  private static boolean may(Handle handle, long conversation, NoteId note, Clerk clerk) {
    return clerk.may(Right.PROTECT_DATA)
        || NoteRows.of(handle, conversation).stream()
            .filter(wording -> wording.note() == note.id() && wording.version() == 1)
            .anyMatch(wording -> wording.clerk() == clerk.id().value());
  }

  /// Takes a consent back as the citizen asked; a contact it was given for is forgotten.
  Change withdraw(long id, Clerk clerk) {
    Optional<Consent> found = parts.store.read(handle -> ConsentRows.find(handle, id));
    if (found.isEmpty()) {
      return Change.MISSING;
    }
    Consent consent = found.get();
    if (!consent.holds()) {
      return Change.STALE;
    }
    var conversation = new ConversationId(consent.conversation());
    parts.store.write(
        handle -> {
          ConsentRows.withdraw(handle, id, "clerk " + clerk.id().value(), now());
          parts.audit.write(
              handle, clerk, Deed.WITHDREW_CONSENT, Subject.conversation(conversation.value()));
          return id;
        });
    if (!consent.purpose().equals("hand-on")) {
      parts.conversations.step(conversation, now -> new Step.Go(now.reachedAt("")));
    }
    return Change.DONE;
  }

  private Instant now() {
    return parts.clock.instant();
  }
}
