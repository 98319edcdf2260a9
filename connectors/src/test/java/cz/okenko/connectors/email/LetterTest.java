package cz.okenko.connectors.email;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.connectors.Delivery;
import cz.okenko.connectors.Letter;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Mails outside of all threads.
@Timeout(60)
final class LetterTest {
  @TempDir Path folder;

  private static Letter letter(String id, String to) {
    return new Letter(id, to, "cs", "Přepis\r\nBcc: x@y.cz", "Žluťoučký kůň\n.\nkonec");
  }

  @Test
  void a_letter_is_plain_text_by_a_machine_that_nobody_need_answer() throws Exception {
    try (Bench bench = new Bench(folder)) {
      assertThat(bench.postman().post(letter("7", "eva@posta.example")))
          .isEqualTo(new Delivery.Delivered());

      String taken = bench.provider.taken().getLast().mail();
      var mail =
          new MimeMessage(
              Session.getInstance(new Properties()),
              new ByteArrayInputStream(taken.getBytes(StandardCharsets.ISO_8859_1)));
      assertThat(mail.getContent().toString().replace("\r\n", "\n").strip())
          .isEqualTo("Žluťoučký kůň\n.\nkonec");
      assertThat(mail.getSubject()).isEqualTo("Přepis Bcc: x@y.cz");
      assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
      assertThat(bench.provider.taken().getLast().recipients()).hasSize(1);
    }
  }

  @Test
  void an_address_gets_no_more_machine_mails_than_from_threads() throws Exception {
    try (Bench bench = new Bench(folder)) {
      for (int i = 0; i < 5; i++) {
        bench.postman().post(letter("l" + i, "Eva@posta.example"));
      }

      assertThat(bench.postman().post(letter("l6", "eva@posta.example")))
          .isEqualTo(new Delivery.Refused(Delivery.Reason.AUTOMATIC_LIMIT));
      assertThat(bench.postman().post(letter("l7", "eva")))
          .isEqualTo(new Delivery.Refused(Delivery.Reason.UNKNOWN_ADDRESS));
    }
  }
}
