package cz.okenko.connectors.email;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.connectors.Attachment;
import cz.okenko.connectors.InboundMessage;
import cz.okenko.connectors.InboundMessage.Handling;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every file of the public collections of mails, whatever it is, goes through intake.
final class MailCorpusTest {
  private static final long MOST_NANOS = 5_000_000_000L;
  private static final long MOST_HEAP = 64L * 1024 * 1024;

  @TempDir Path folder;

  private static Optional<Path> corpus() {
    String set = System.getenv("OKENKO_CORPORA");
    String repository = System.getProperty("okenko.repository", "..");
    Path corpora = set == null ? Path.of(repository, "..", "shared", "corpora") : Path.of(set);
    return Optional.of(corpora.resolve("mail")).filter(Files::isDirectory);
  }

  @Test
  void every_mail_is_kept_as_it_came_shown_quickly_and_no_machine_answered() throws IOException {
    Optional<Path> corpus = corpus();
    if (corpus.isEmpty()) {
      System.err.println(
          "NOT TESTED: ../shared/corpora/mail is absent, so no public mails were read.");
    }
    Assumptions.assumeTrue(corpus.isPresent());
    long before = heap();
    try (Bench bench = new Bench(folder);
        Stream<Path> files = Files.walk(corpus.get())) {
      List<Path> mails = files.filter(Files::isRegularFile).sorted().toList();
      long slowest = 0;
      int read = 0;
      for (Path file : mails) {
        byte[] mail = Files.readAllBytes(file);
        long start = System.nanoTime();
        int known = bench.office.messages().size();
        bench.take(mail);
        slowest = Math.max(slowest, System.nanoTime() - start);
        if (bench.office.messages().size() > known) {
          read++;
          isKept(bench, file, mail, bench.office.messages().getLast());
        }
      }
      long rise = heap() - before;
      System.err.printf(
          Locale.ROOT,
          "%d files, %d different mails, slowest %d ms, heap rise %d KiB%n",
          mails.size(),
          read,
          slowest / 1_000_000,
          rise / 1024);
      assertThat(slowest).isLessThan(MOST_NANOS);
      assertThat(rise).isLessThan(MOST_HEAP);
      assertThat(read).isGreaterThan(mails.size() / 2);
    }
  }

  private static void isKept(Bench bench, Path file, byte[] mail, InboundMessage message)
      throws IOException {
    Attachment original = message.attachments().getFirst();
    assertThat(bench.fetch(original)).as(file.toString()).isEqualTo(mail);
    boolean something = !message.text().isBlank() || message.attachments().size() > 1;
    assertThat(something || new String(mail, StandardCharsets.ISO_8859_1).isBlank())
        .as("shown: " + file)
        .isTrue();
    for (Attachment attachment : message.attachments()) {
      bench.fetch(attachment);
    }
    String head =
        new String(mail, StandardCharsets.ISO_8859_1)
            .split("\r?\n\r?\n", 2)[0].toLowerCase(Locale.ROOT);
    boolean automatic =
        Stream.of(
                "\nauto-submitted: auto",
                "\nlist-",
                "\nprecedence: bulk",
                "\nprecedence: list",
                "\nreturn-path: <>",
                "\nx-loop:",
                "multipart/report",
                "\nx-auto-response-suppress")
            .anyMatch(head::contains);
    if (automatic) {
      assertThat(message.handling()).as(file.toString()).isNotEqualTo(Handling.ANSWER);
    }
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
