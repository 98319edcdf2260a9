package cz.okenko.connectors.email.intake;

import cz.okenko.connectors.email.reading.Breach;
import cz.okenko.connectors.email.reading.Mail;
import cz.okenko.connectors.email.reading.MailReader;
import cz.okenko.connectors.email.reading.Stopwatch;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads mails in a thread of their own each, so that one that is built to keep us busy, to break
/// us or to fill the stack costs its five seconds and nothing else.
final class Opening {
  private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

  /// Besides the reading's own limit, for work that does not look at it.
  private static final long LONGEST = Stopwatch.LONGEST.toMillis();

  /// A mail as far as it was read.
  ///
  /// @param sealed whether it is not taken apart, and shown as it stands
  record Opened(Mail mail, boolean sealed) {}

  Opened open(Archive.Kept kept) throws InterruptedIOException {
    if (!kept.whole()) {
      return sealed(kept, "size");
    }
    FutureTask<Mail> task = new FutureTask<>(() -> MailReader.read(kept.start()));
    Thread worker = Thread.ofPlatform().daemon().name("email-parser").start(task);
    try {
      return new Opened(task.get(LONGEST, TimeUnit.MILLISECONDS), false);
    } catch (ExecutionException e) {
      return sealed(
          kept, e.getCause() instanceof Breach breach ? breach.limit() : kind(e));
    } catch (TimeoutException e) {
      worker.interrupt();
      return sealed(kept, "time");
    } catch (InterruptedException e) {
      worker.interrupt();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("closing");
    }
  }

  /// Without the message, which may hold words of the mail.
  private static String kind(ExecutionException e) {
    Throwable cause = e.getCause();
    return cause == null ? "error" : cause.getClass().getSimpleName();
  }

  private static Opened sealed(Archive.Kept kept, String limit) {
    LOG.warn("mail {} is not taken apart: {}", kept.id(), limit);
    return new Opened(MailReader.bare(kept.start()), true);
  }
}
