package cz.okenko.connectors.email;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.connectors.Address;
import cz.okenko.connectors.Delivery;
import cz.okenko.connectors.InboundMessage;
import cz.okenko.connectors.InboundMessage.Handling;
import cz.okenko.connectors.OutboundMessage;
import cz.okenko.connectors.OutboundMessage.Speaker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which mail belongs to which matter.
final class ThreadRulesTest {
  private static final Speaker BOT = new Speaker.Bot();
  private static final Speaker CLERK = new Speaker.Clerk("Eva Malá", "Doklady");
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

  private InboundMessage first() {
    return bench.comes(
        Bench.mail(JANA, "a1@posta.example", "Subject: Ztracený průkaz\n", "Co mám dělat?"));
  }

  @Test
  void em_01_an_answer_has_a_signed_id_and_says_what_it_answers() {
    bench.says(BOT, first(), "Přijďte k nám.");

    Shown heard = bench.heard();
    assertThat(heard.header("Message-ID"))
        .matches("<okenko\\.[0-9a-z]+\\.[0-9a-z]{16}\\.[0-9a-z]{16}@vzorov\\.example>");
    assertThat(heard.header("In-Reply-To")).isEqualTo("<a1@posta.example>");
    assertThat(heard.header("References")).isEqualTo("<a1@posta.example>");
    assertThat(heard.subject()).startsWith("Re: Ztracený průkaz [#");
  }

  @Test
  void a_thread_we_begin_reaches_the_citizen_and_takes_their_answer() {
    Address begun = bench.begins(" Jana@Posta.example ", "Váš dotaz").orElseThrow();
    bench.says(CLERK, begun, "Průkaz je připravený.");

    Shown heard = bench.heard();
    assertThat(heard.header("To")).isEqualTo("jana@posta.example");
    assertThat(heard.subject()).startsWith("Váš dotaz [#");
    InboundMessage answer =
        bench.comes(
            Bench.mail(
                JANA, "b1@posta.example", "In-Reply-To: " + heard.header("Message-ID") + "\n", "Díky."));
    assertThat(answer.address()).isEqualTo(begun);
  }

  @Test
  void nothing_is_begun_where_no_mail_can_go() {
    for (String contact : List.of("nic", "a b@x.example", "a@x.example, b@x.example", Bench.US)) {
      assertThat(bench.begins(contact, "Váš dotaz")).as(contact).isEmpty();
    }
  }

  @Test
  void a_forgotten_thread_leaves_no_mail_and_the_same_mail_is_not_taken_in_again()
      throws IOException {
    InboundMessage first = first();
    bench.forgets(first);
    int before = bench.office.messages().size();

    bench.take(
        Bench.bytes(
            Bench.mail(JANA, "a1@posta.example", "Subject: Ztracený průkaz\n", "Co mám dělat?")));

    assertThat(bench.office.messages()).hasSize(before);
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(file -> file.toString().endsWith(".eml"))).isEmpty();
    }
    assertThat(bench.says(CLERK, first, "Přijďte."))
        .isEqualTo(new Delivery.Refused(Delivery.Reason.UNKNOWN_ADDRESS));
  }

  @Test
  void em_01_references_grow_with_the_thread() {
    InboundMessage first = first();
    bench.says(BOT, first, "Přijďte k nám.");
    String ours = bench.heard().header("Message-ID");
    InboundMessage second =
        bench.comes(Bench.mail(JANA, "a2@posta.example", "In-Reply-To: " + ours + "\n", "Kdy?"));

    bench.says(CLERK, second, "V pondělí.");

    assertThat(bench.heard().header("In-Reply-To")).isEqualTo("<a2@posta.example>");
    assertThat(bench.heard().header("References"))
        .isEqualTo("<a1@posta.example> " + ours + " <a2@posta.example>");
  }

  @Test
  void em_02_a_reply_to_our_signed_id_goes_on_with_the_matter() {
    InboundMessage first = first();
    bench.says(BOT, first, "Přijďte k nám.");
    String ours = bench.heard().header("Message-ID");

    InboundMessage reply =
        bench.comes(
            Bench.mail(JANA, "a2@posta.example", "References: <x@y> " + ours + "\n", "Kdy?"));

    assertThat(reply.address()).isEqualTo(first.address());
    assertThat(reply.handling()).isEqualTo(Handling.ANSWER);
  }

  @Test
  void em_02_an_id_that_only_looks_like_ours_proves_nothing() {
    InboundMessage first = first();
    bench.says(BOT, first, "Přijďte k nám.");
    String forged =
        bench.heard().header("Message-ID").replaceFirst("\\.[0-9a-z]{16}@", ".0123456789abcdef@");

    InboundMessage reply =
        bench.comes(
            Bench.mail(
                "zvedavec@jinde.example",
                "z1@jinde.example",
                "In-Reply-To: " + forged + "\n",
                "Co psala?"));

    assertThat(reply.address()).isNotEqualTo(first.address());
  }

  @Test
  void em_02_a_stranger_with_our_id_is_read_by_a_clerk_and_never_answered_by_the_bot() {
    InboundMessage first = first();
    bench.says(BOT, first, "Přijďte k nám.");
    String ours = bench.heard().header("Message-ID");

    InboundMessage reply =
        bench.comes(
            Bench.mail(
                "bratr@jinde.example",
                "b1@jinde.example",
                "In-Reply-To: " + ours + "\n",
                "A co já?"));

    assertThat(reply.address()).isEqualTo(first.address());
    assertThat(reply.handling()).isEqualTo(Handling.FOR_CLERK);
  }

  @Test
  void em_02_a_mail_to_our_signed_plus_address_goes_on_with_the_matter() {
    bench.close();
    bench = new Bench(folder, true, true, "");
    InboundMessage first = first();
    bench.says(BOT, first, "Přijďte k nám.");
    String tagged = bench.heard().header("Reply-To").replaceFirst(".*<(.*)>", "$1");

    InboundMessage reply =
        bench.comes(
            "From: " + JANA + "\nTo: " + tagged + "\nMessage-ID: <a2@posta.example>\n\nKdy?\n");
    InboundMessage other =
        bench.comes(
            "From: "
                + JANA
                + "\nTo: "
                + tagged.replaceFirst("[0-9a-z]@", "!@")
                + "\nMessage-ID: <a3@posta.example>\n\nKdy jindy?\n");

    assertThat(tagged).matches("dotazy\\+[0-9a-z]{32}@vzorov\\.example");
    assertThat(reply.address()).isEqualTo(first.address());
    assertThat(other.address()).isNotEqualTo(first.address());
  }

  @Test
  void em_02_a_citizens_own_earlier_mail_finds_the_matter_only_for_that_citizen() {
    InboundMessage first = first();
    String reply = "In-Reply-To: <a1@posta.example>\n";

    InboundMessage own = bench.comes(Bench.mail(JANA, "a2@posta.example", reply, "Ještě něco."));
    InboundMessage foreign =
        bench.comes(Bench.mail("jiny@jinde.example", "j1@jinde.example", reply, "Taky něco."));

    assertThat(own.address()).isEqualTo(first.address());
    assertThat(foreign.address()).isNotEqualTo(first.address());
  }

  @Test
  void em_02_the_number_in_the_subject_counts_only_from_a_participant() {
    InboundMessage first = first();
    bench.says(BOT, first, "Přijďte k nám.");
    String subject =
        "Subject: " + bench.heard().subject().replaceAll(".*(\\[#.*])", "RE: věc $1") + "\n";

    InboundMessage own = bench.comes(Bench.mail(JANA, "a2@posta.example", subject, "Kdy?"));
    InboundMessage foreign =
        bench.comes(Bench.mail("jiny@jinde.example", "j1@jinde.example", subject, "Kdy?"));

    assertThat(own.address()).isEqualTo(first.address());
    assertThat(foreign.address()).isNotEqualTo(first.address());
  }

  @Test
  void em_16_the_id_of_a_message_is_the_same_each_time() {
    InboundMessage first = first();
    bench.provider.answerContent("451 4.3.0 try again");
    var message = bench.outbound(BOT, first, "Přijďte k nám.");

    assertThat(deliver(message)).isInstanceOf(Delivery.Deferred.class);
    bench.provider.answerContent("250 OK");
    assertThat(deliver(message)).isEqualTo(new Delivery.Delivered());
    String id = bench.heard().header("Message-ID");
    bench.office.notebook().write(Map.of("sent/" + message.id(), ""));
    assertThat(deliver(message)).isEqualTo(new Delivery.Delivered());

    assertThat(bench.provider.taken()).hasSize(2);
    assertThat(bench.heard().header("Message-ID")).isEqualTo(id);
  }

  private Delivery deliver(OutboundMessage message) {
    try {
      return bench.postman().deliver(message);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void nothing_a_stranger_writes_becomes_a_header_of_ours() {
    InboundMessage first =
        bench.comes(
            """
            From: =?utf-8?q?Jana=0D=0ABcc:_obet@jinde.example?= <jana@posta.example>
            Subject: =?utf-8?q?Dotaz=0D=0AX-Bad:_1=E2=80=A8X-Worse:_2=E2=80=AE?=
            Message-ID: <a1@posta.example>

            Kde?
            """);

    bench.says(new Speaker.Clerk("Eva\r\nBcc: x@y.example", "Doklady"), first, "Tady.");

    String head = bench.provider.taken().getLast().mail().split("\r\n\r\n", 2)[0];
    assertThat(head.lines().map(line -> line.replaceFirst(":.*", "")))
        .doesNotContain("Bcc", "X-Bad", "X-Worse");
    assertThat(bench.provider.taken().getLast().recipients()).hasSize(1);
  }

  @Test
  void an_address_that_would_carry_a_second_one_is_not_written_to() {
    InboundMessage first =
        bench.comes(
            "From: <\"jana> RCPT TO:<x\"@posta.example>\nMessage-ID: <a1@p.example>\n\nKde?\n");

    assertThat(first.handling()).isEqualTo(Handling.FOR_CLERK);
    assertThat(bench.says(CLERK, first, "Tady."))
        .isEqualTo(new Delivery.Refused(Delivery.Reason.UNKNOWN_ADDRESS));
  }

  @Test
  void what_a_mail_server_refuses_is_told_apart() {
    InboundMessage first = first();
    bench.provider.answerSender("550 5.7.60 not allowed to send as this sender");
    assertThat(bench.says(BOT, first, "a"))
        .isEqualTo(new Delivery.Refused(Delivery.Reason.NOT_ALLOWED));
    bench.provider.answerSender("250 OK");
    bench.provider.answerRecipient("550 5.1.1 unknown");
    assertThat(bench.says(BOT, first, "b"))
        .isEqualTo(new Delivery.Refused(Delivery.Reason.UNKNOWN_ADDRESS));
    bench.provider.answerRecipient("250 OK");
    bench.provider.answerContent("552 5.3.4 too big");
    assertThat(bench.says(BOT, first, "c"))
        .isEqualTo(new Delivery.Refused(Delivery.Reason.INVALID));
  }
}
