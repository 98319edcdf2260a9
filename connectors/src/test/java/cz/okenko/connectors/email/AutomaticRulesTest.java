package cz.okenko.connectors.email;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.connectors.Delivery;
import cz.okenko.connectors.Delivery.Reason;
import cz.okenko.connectors.Event;
import cz.okenko.connectors.InboundMessage;
import cz.okenko.connectors.InboundMessage.Handling;
import cz.okenko.connectors.OutboundMessage.Speaker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Machines do not answer machines.
final class AutomaticRulesTest {
  private static final Speaker BOT = new Speaker.Bot();
  private static final String JANA = "Jana <jana@posta.example>";

  @TempDir Path folder;
  private Bench bench;

  @BeforeEach
  void open() {
    bench = new Bench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private InboundMessage comes(String from, String headers) {
    return bench.comes(
        Bench.mail(from, "m1@posta.example", headers, "Dobrý den, kolik stojí občanka?"));
  }

  private void isNotAnswered(InboundMessage message) {
    assertThat(message.handling()).isNotEqualTo(Handling.ANSWER);
    assertThat(bench.says(BOT, message, "Stojí 200 Kč."))
        .isEqualTo(new Delivery.Refused(Reason.AUTOMATIC_LIMIT));
    assertThat(bench.provider.taken()).isEmpty();
  }

  @Test
  void em_03_a_mail_from_a_person_is_answered() {
    assertThat(comes(JANA, "Auto-Submitted: no\n").handling()).isEqualTo(Handling.ANSWER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Auto-Submitted: auto-generated\n",
        "Auto-Submitted: Auto-Replied (vacation)\n",
        "Auto-Submitted: auto-notified; owner-email=x@y\n",
        "Return-Path: <>\n",
        "List-Id: <zpravodaj.vzorov.example>\n",
        "List-Unsubscribe: <mailto:x@y.example>\n",
        "Precedence: bulk\n",
        "Precedence: list\n",
        "Precedence: junk\n",
        "X-Auto-Response-Suppress: OOF\n",
        "X-Loop: x@y.example\n",
        "X-Autoreply: yes\n"
      })
  void em_03_a_mail_with_a_sign_of_a_machine_is_never_answered(String header) {
    isNotAnswered(comes(JANA, header));
  }

  @Test
  void em_03_mail_from_a_list_is_never_answered_and_read_by_a_clerk() {
    InboundMessage message = comes(JANA, "List-Id: <zpravodaj.vzorov.example>\n");

    assertThat(message.handling()).isEqualTo(Handling.FOR_CLERK);
    isNotAnswered(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MAILER-DAEMON@posta.example", "owner-spolek@posta.example", "spolek-request@posta.example",
        "noreply@banka.example", "no-reply+77@banka.example", "neodpovidat@urad.example",
        "postmaster@posta.example"
      })
  void em_03_a_sender_that_is_no_person_is_never_answered(String from) {
    isNotAnswered(comes(from, ""));
  }

  @Test
  void em_03_a_mail_from_our_own_address_is_never_answered() {
    isNotAnswered(comes("Úřad <DOTAZY@vzorov.example>", ""));
  }

  @Test
  void em_03_our_own_answer_that_comes_back_wakes_nobody() {
    bench.says(BOT, comes(JANA, ""), "Stojí 200 Kč.");

    bench.take(bench.provider.taken().getLast().mail().getBytes(StandardCharsets.ISO_8859_1));

    assertThat(bench.office.messages()).hasSize(2);
    assertThat(bench.office.messages().getLast().handling()).isEqualTo(Handling.KEEP);
  }

  @Test
  void em_03_a_report_without_a_mail_of_ours_wakes_nobody() {
    InboundMessage message = bench.comes(report("failed", "5.1.1", "<cizi@jinde.example>"));

    assertThat(message.handling()).isEqualTo(Handling.KEEP);
  }

  @Test
  void em_04_a_mail_that_asks_for_no_machine_answer_is_not_lost() {
    InboundMessage message = comes(JANA, "X-Auto-Response-Suppress: All\n");

    assertThat(message.handling()).isEqualTo(Handling.FOR_CLERK);
    assertThat(message.text()).contains("kolik stojí občanka");
    assertThat(bench.says(new Speaker.Clerk("Eva", ""), message, "200 Kč."))
        .isEqualTo(new Delivery.Delivered());
  }

  @Test
  void em_05_the_bot_says_that_it_is_a_machine_and_a_clerk_does_not() {
    InboundMessage message = comes(JANA, "");

    bench.says(BOT, message, "Stojí 200 Kč.");
    assertThat(bench.heard().header("Auto-Submitted")).isEqualTo("auto-replied");
    assertThat(bench.heard().text()).contains("Odpověděl vám automat");

    bench.says(new Speaker.Office(), message, "Zítra máme zavřeno.");
    assertThat(bench.heard().header("Auto-Submitted")).isEqualTo("auto-generated");

    bench.says(new Speaker.Clerk("Eva Malá", "Doklady"), message, "Přijďte v pondělí.");
    assertThat(bench.heard().header("Auto-Submitted")).isEmpty();
    assertThat(bench.heard().header("X-Auto-Response-Suppress")).isEmpty();
    assertThat(bench.heard().text()).contains("Eva Malá, Doklady").doesNotContain("automat");
  }

  @Test
  void em_05_the_envelope_names_the_mailbox_that_answers_no_machine() {
    bench.says(BOT, comes(JANA, ""), "Stojí 200 Kč.");

    assertThat(bench.provider.taken().getLast().sender()).contains("<" + Bench.US + ">");
  }

  @Test
  void em_06_a_machine_answers_the_sender_alone_and_a_clerk_where_the_sender_asks() {
    InboundMessage message = comes(JANA, "Reply-To: prace@firma.example\nCc: a@b.example\n");

    bench.says(BOT, message, "Stojí 200 Kč.");
    assertThat(bench.provider.taken().getLast().recipients())
        .containsExactly("<jana@posta.example>");

    bench.says(new Speaker.Clerk("Eva", ""), message, "Přijďte.");
    assertThat(bench.provider.taken().getLast().recipients())
        .containsExactly("<prace@firma.example>");
  }

  @Test
  void em_07_a_machine_writes_an_address_five_times_an_hour_and_a_person_as_often_as_needed() {
    InboundMessage message = comes(JANA, "");
    IntStream.range(0, 5).forEach(i -> bench.says(BOT, message, "Zpráva " + i));

    assertThat(bench.says(BOT, message, "Šestá"))
        .isEqualTo(new Delivery.Refused(Reason.AUTOMATIC_LIMIT));
    assertThat(bench.says(new Speaker.Clerk("Eva", ""), message, "Píšu já."))
        .isEqualTo(new Delivery.Delivered());
    bench.pass(Duration.ofMinutes(61));
    assertThat(bench.says(BOT, message, "Další hodina")).isEqualTo(new Delivery.Delivered());
  }

  @Test
  void em_07_the_limit_holds_over_all_threads_of_an_address() {
    for (int i = 0; i < 8; i++) {
      bench.says(
          BOT, bench.comes(Bench.mail(JANA, "t" + i + "@posta.example", "", "Dotaz " + i)), "x");
    }

    assertThat(bench.provider.taken()).hasSize(5);
  }

  @Test
  void em_08_a_bounce_is_told_of_the_message_and_opens_no_case() {
    bench.says(BOT, comes(JANA, ""), "Stojí 200 Kč.");
    String ours = bench.heard().header("Message-ID");

    bench.take(Bench.bytes(report("failed", "5.1.1", ours)));
    bench.take(Bench.bytes(report("failed", "4.4.7", ours)));

    assertThat(bench.office.messages()).hasSize(1);
    assertThat(bench.office.events())
        .containsExactly(
            new Event.Bounced(1_001, true, "5.1.1"), new Event.Bounced(1_001, false, "4.4.7"));
  }

  @Test
  void em_08_a_delay_is_no_bounce() {
    InboundMessage first = comes(JANA, "");
    bench.says(BOT, first, "Stojí 200 Kč.");

    InboundMessage told =
        bench.comes(report("delayed", "4.4.1", bench.heard().header("Message-ID")));

    assertThat(bench.office.events()).isEmpty();
    assertThat(told.handling()).isEqualTo(Handling.KEEP);
    assertThat(told.address()).isEqualTo(first.address());
  }

  private static String report(String action, String status, String id) {
    return """
        From: Mail Delivery System <MAILER-DAEMON@posta.example>
        Return-Path: <>
        Auto-Submitted: auto-replied
        Message-ID: <dsn-%s-%s@posta.example>
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain

        Nedoručeno.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; posta.example

        Final-Recipient: rfc822; jana@posta.example
        Action: %s
        Status: %s
        Diagnostic-Code: smtp; 550 no such user
        --b
        Content-Type: message/rfc822

        From: <dotazy@vzorov.example>
        Message-ID: %s
        Subject: Re: dotaz

        text
        --b--
        """
        .formatted(status, id.hashCode(), action, status, id);
  }

  @Test
  void em_09_an_absence_note_stays_on_its_thread_and_wakes_nobody() {
    InboundMessage first = comes(JANA, "");
    bench.says(BOT, first, "Stojí 200 Kč.");
    String ours = "In-Reply-To: " + bench.heard().header("Message-ID") + "\n";

    InboundMessage away =
        bench.comes(
            Bench.mail(
                JANA,
                "v1@posta.example",
                ours + "Auto-Submitted: auto-replied\n",
                "Jsem na dovolené."));
    InboundMessage exchange =
        bench.comes(
            Bench.mail(
                JANA,
                "v2@posta.example",
                ours
                    + "Subject: =?utf-8?q?Automatick=C3=A1_odpov=C4=9B=C4=8F:_Re?=\n"
                    + "X-Auto-Response-Suppress: All\nAuto-Submitted: auto-generated\n",
                "Nejsem tu."));

    assertThat(away.address()).isEqualTo(first.address());
    assertThat(away.handling()).isEqualTo(Handling.KEEP);
    assertThat(exchange.handling()).isEqualTo(Handling.KEEP);
  }

  /// Two machines that answer everything, one of them without saying what it is. The first gets one
  /// mail (its answer is recognised), the second five in the hour; then the office is silent.
  @Test
  void two_machines_that_answer_everything_get_six_mails_in_an_hour() {
    String honest = "robot@stroj.example";
    String rude = "drzy@stroj.example";
    bench.comes(Bench.mail(honest, "h@s.example", "", "Dotaz jedna?"));
    bench.comes(Bench.mail(rude, "r@s.example", "", "Dotaz dva?"));
    int answered = 0;
    int mails = 0;
    for (int minute = 0; minute < 60; minute++) {
      for (; answered < bench.office.messages().size(); answered++) {
        InboundMessage message = bench.office.messages().get(answered);
        if (message.handling() == Handling.ANSWER) {
          bench.says(BOT, message, "Odpověď automatu úřadu.");
        }
      }
      for (; mails < bench.provider.taken().size(); mails++) {
        var taken = bench.provider.taken().get(mails);
        boolean says = taken.recipients().contains("<" + honest + ">");
        String headers =
            "In-Reply-To: "
                + Shown.of(taken.mail()).header("Message-ID")
                + "\n"
                + (says ? "Auto-Submitted: auto-replied\n" : "");
        bench.comes(
            Bench.mail(
                says ? honest : rude,
                "x" + mails + "@s.example",
                headers,
                "Děkuji, ozvu se. " + mails));
      }
      bench.pass(Duration.ofMinutes(1));
    }

    assertThat(bench.provider.taken()).hasSize(6);
  }
}
