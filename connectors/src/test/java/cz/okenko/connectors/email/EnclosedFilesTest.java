package cz.okenko.connectors.email;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.connectors.Delivery;
import cz.okenko.connectors.InboundMessage;
import cz.okenko.connectors.OutboundMessage;
import cz.okenko.connectors.OutboundMessage.Speaker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Files the office sends along with a mail.
@Timeout(60)
final class EnclosedFilesTest {
  private static final Speaker JANA = new Speaker.Clerk("Jana Nová", "Doklady");

  @TempDir Path folder;

  private OutboundMessage with(Bench bench, String name, String type, String content) {
    InboundMessage asked =
        bench.comes(Bench.mail("Eva <eva@posta.example>", "1@posta.example", "", "Formulář?"));
    return bench
        .outbound(JANA, asked, "V příloze.")
        .enclosing(
            List.of(
                bench.office.file(name, type, content.getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void a_mail_has_both_versions_of_the_words_before_its_files() throws Exception {
    try (Bench bench = new Bench(folder)) {
      bench.postman().deliver(with(bench, "žádost – nová.pdf", "application/pdf", "%PDF"));

      Shown shown = bench.heard();
      assertThat(shown.text()).contains("V příloze.");
      assertThat(shown.html()).contains("V příloze.");
      assertThat(shown.files().getFirst().getFileName()).isEqualTo("žádost – nová.pdf");
      assertThat(shown.files().getFirst().getContentType()).startsWith("application/pdf");
    }
  }

  @Test
  void a_mail_as_a_file_goes_as_bytes_that_no_program_opens_by_itself() throws Exception {
    try (Bench bench = new Bench(folder)) {
      bench.postman().deliver(with(bench, "zpráva.eml", "message/rfc822", "From: a@b.cz\r\n\r\nx"));

      assertThat(bench.heard().files().getFirst().getContentType())
          .startsWith("application/octet-stream");
    }
  }

  @Test
  void a_mail_too_large_for_the_server_is_told_to_be_so_for_its_file() throws IOException {
    try (Bench bench = new Bench(folder)) {
      bench.provider.answerContent("552 5.3.4 message size exceeds fixed limit");

      assertThat(bench.postman().deliver(with(bench, "a.pdf", "application/pdf", "%PDF")))
          .isEqualTo(new Delivery.Refused(Delivery.Reason.FILE));
    }
  }
}
