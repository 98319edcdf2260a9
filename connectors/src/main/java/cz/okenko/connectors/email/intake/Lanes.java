package cz.okenko.connectors.email.intake;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes in many mails side by side, so that they share their commits, and those that belong together
/// one after the other: the order of each sender and of each thread is the mailbox's. For one thread.
final class Lanes {
  private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

  /// How often a mail is tried before it is given up, so that it does not hold up those after it.
  private static final int MOST_TRIES = 6;

  /// Bytes of mails that are open at once, unless a single one has more.
  private static final long MOST_BYTES = 8L * 1024 * 1024;

  private final Intake intake;

  /// Mails that could not be taken in yet, and how often that was tried.
  private final Map<String, Integer> refused = new ConcurrentHashMap<>();

  Lanes(Intake intake) {
    this.intake = intake;
  }

  /// A mail on disk.
  ///
  /// @param id of it in the archive
  /// @param received when our server got it
  record Letter(String id, Instant received) {}

  private interface Work<T> {
    T run() throws IOException;
  }

  /// Takes mails in, given in the order of the mailbox. Fails when one of them must be tried again;
  /// what does not belong together with it is taken in nevertheless. When nothing at all can be stored
  /// giving up fails, too.
  ///
  /// @param closed whether to stop between two mails
  void take(List<Letter> letters, BooleanSupplier closed) throws IOException {
    List<Letter> rest = new ArrayList<>();
    for (Letter letter : letters) {
      if (refused.getOrDefault(letter.id, 0) < MOST_TRIES) {
        rest.add(letter);
      } else {
        LOG.error("mail {} cannot be taken in and is put aside for a clerk", letter.id);
        tried(letter.id, () -> giveUp(letter));
      }
    }
    while (!rest.isEmpty() && !closed.getAsBoolean()) {
      int taken = armful(rest, closed);
      rest = rest.subList(taken, rest.size());
    }
  }

  private boolean giveUp(Letter letter) throws IOException {
    intake.giveUp(letter.id, letter.received);
    refused.remove(letter.id);
    return true;
  }

  /// Opens as many mails as can be held at once, at least one, and takes them in; gives how many. Those
  /// before one that cannot be opened are taken in before it fails.
  private int armful(List<Letter> letters, BooleanSupplier closed) throws IOException {
    List<Intake.Opened> open = new ArrayList<>();
    long bytes = 0;
    try {
      for (Letter letter : letters) {
        Intake.Opened opened = tried(letter.id, () -> intake.open(letter.id, letter.received));
        open.add(opened);
        bytes += opened.kept().start().size();
        if (bytes > MOST_BYTES) {
          break;
        }
      }
    } finally {
      sideBySide(lanes(open), closed);
    }
    return open.size();
  }

  private void sideBySide(Collection<Lane> lanes, BooleanSupplier closed)
      throws IOException {
    List<Callable<Boolean>> work = new ArrayList<>();
    lanes.forEach(lane -> work.add(() -> inTurn(lane.mails, closed)));
    try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> done : together.invokeAll(work)) {
        done.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("a mail could not be taken in", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("closing");
    }
  }

  private boolean inTurn(List<Intake.Opened> lane, BooleanSupplier closed) throws IOException {
    for (Intake.Opened mail : lane) {
      if (closed.getAsBoolean()) {
        return false;
      }
      tried(mail.kept().id(), () -> taken(mail));
    }
    return true;
  }

  private boolean taken(Intake.Opened mail) throws IOException {
    intake.take(mail);
    refused.remove(mail.kept().id());
    return true;
  }

  private <T> T tried(String id, Work<T> work) throws IOException {
    try {
      return work.run();
    } catch (IOException | RuntimeException | Error e) {
      refused.merge(id, 1, Integer::sum);
      throw e;
    }
  }

  /// Mails that belong together, in their order; one that ties two lanes comes after both.
  static Collection<Lane> lanes(List<Intake.Opened> mails) {
    Map<String, Lane> byTie = new LinkedHashMap<>();
    for (Intake.Opened mail : mails) {
      Lane lane =
          mail.ties().stream()
              .flatMap(tie -> Stream.ofNullable(byTie.get(tie)))
              .findFirst()
              .orElseGet(Lane::new);
      for (String tie : mail.ties()) {
        Lane other = byTie.put(tie, lane);
        if (other != null && other != lane) {
          lane.mails.addAll(other.mails);
          byTie.replaceAll((anyTie, before) -> before == other ? lane : before);
        }
      }
      lane.mails.add(mail);
    }
    return Set.copyOf(byTie.values());
  }

  /// Each is itself, whatever is in it.
  static final class Lane {
    private final List<Intake.Opened> mails = new ArrayList<>();

    List<Intake.Opened> mails() {
      return List.copyOf(mails);
    }
  }
}
