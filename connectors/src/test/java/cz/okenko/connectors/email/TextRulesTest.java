package cz.okenko.connectors.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.okenko.connectors.Attachment;
import cz.okenko.connectors.Choice;
import cz.okenko.connectors.InboundMessage;
import cz.okenko.connectors.InboundMessage.Handling;
import cz.okenko.connectors.OutboundMessage.Speaker;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a clerk and the bot get to read of a mail.
final class TextRulesTest {
  private static final String JANA = "Jana <jana@posta.example>";
  private static final String CZECH = "Příliš žluťoučký kůň úpěl ďábelské ódy. Šťastné a veselé!";

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

  private InboundMessage text(String text) {
    return bench.comes(Bench.mail(JANA, "m" + text.hashCode() + "@posta.example", "", text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dne 23. 11. 2026 v 10:00 Úřad Vzorov napsal(a):\n> Dobrý den.\n> Přijďte.",
        "---------- Původní e-mail ----------\nOd: Úřad Vzorov\nPřijďte.",
        "Od: Úřad <u@v.example>\nOdesláno: pondělí 10:00\nKomu: Jana\nPředmět: x\n\nPřijďte.",
        "________________________________\nOd: Úřad\nOdesláno: pondělí\nKomu: Jana\n\nPřijďte.",
        "Am 23.11.2026 um 10:00 schrieb Úřad Vzorov:\n> Přijďte.",
        "-----Ursprüngliche Nachricht-----\nVon: Amt\nPřijďte.",
        "Von: Amt\nGesendet: Montag\nAn: Jana\nBetreff: x\n\nPřijďte.",
        "пн, 23 лист. 2026 р. о 10:00 Úřad Vzorov <u@v.example> пише:\n> Přijďte.",
        "Від: Úřad\nНадіслано: понеділок\nКому: Jana\nТема: x\n\nPřijďte.",
        "On Mon, Nov 23, 2026 at 10:00 AM Office <u@v.example>\nwrote:\n\n> Přijďte.",
        "-----Original Message-----\nFrom: Office\nPřijďte.",
        "From: Office\nSent: Monday\nTo: Jana\nSubject: x\n\nPřijďte.",
        "> Přijďte."
      })
  void em_10_what_was_quoted_is_folded_and_the_original_kept(String quoted) {
    InboundMessage message = text("Můžu až v úterý?\n\n" + quoted);

    assertThat(message.text()).isEqualTo("Můžu až v úterý?");
    assertThat(new String(bench.fetch(message.attachments().getFirst()), StandardCharsets.UTF_8))
        .contains("Přijďte.");
  }

  @Test
  void em_10_answers_between_quoted_lines_stay() {
    assertThat(text("Dne 1. 1. 2026 Úřad napsal:\n> Kdy?\nV úterý.\n> Kde?\nNa úřadě.").text())
        .isEqualTo("V úterý.\nNa úřadě.");
  }

  @Test
  void em_10_a_mail_that_only_passes_something_on_is_shown_whole() {
    assertThat(
            bench
                .comes(
                    Bench.mail(
                        JANA,
                        "f@posta.example",
                        "Subject: Fwd: smlouva\n",
                        "Od: Petr\nDatum: dnes\nKomu: já\n\nText."))
                .text())
        .contains("Text.");
    assertThat(text("> jen citace").text()).isEqualTo("> jen citace");
  }

  @Test
  void em_10_a_sentence_that_only_sounds_like_a_quotation_stays() {
    String text = "Od: kdy máte otevřeno?\nDne 5. 1. jsem vám psal a nikdo neodpověděl:\nco s tím?";

    assertThat(text(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1250,windows-1250",
    "ISO-8859-2,ISO-8859-2",
    "UTF-8,UTF-8",
    "windows-1250,cp-1250",
    "windows-1250,''",
    "ISO-8859-2,''",
    "UTF-8,''",
    "windows-1250,x-neznama",
    "ISO-8859-2,us-ascii",
    "windows-1250,utf-8"
  })
  void em_11_czech_is_right_whatever_was_declared(String written, String declared) {
    String type = "Content-Type: text/plain" + (declared.isEmpty() ? "" : "; charset=" + declared);
    String head = "From: " + JANA + "\r\nMessage-ID: <c@posta.example>\r\n" + type + "\r\n\r\n";
    byte[] mail = (head + CZECH).getBytes(Charset.forName(written));

    assertThat(bench.comes(mail).text()).isEqualTo(CZECH);
  }

  @Test
  void em_11_ukrainian_without_a_charset_is_read_too() {
    String text = "Доброго дня, де можна зареєструвати дитину до школи?";
    for (String charset : new String[] {"windows-1251", "KOI8-U"}) {
      byte[] mail = ("From: " + JANA + "\r\n\r\n" + text).getBytes(Charset.forName(charset));

      assertThat(bench.comes(mail).text()).as(charset).isEqualTo(text);
    }
  }

  @Test
  void em_11_names_of_files_and_subjects_are_read_however_they_are_coded() {
    InboundMessage message =
        bench.comes(
            """
            From: =?windows-1250?Q?Jana_Dvo=F8=E1kov=E1?= <jana@posta.example>
            Subject: =?utf-8?B?xb1s?= =?utf-8?B?dcWlb3XEjWs=?=
             =?utf-8?Q?=C3=BD_k=C5?= =?utf-8?Q?=AF=C5=88?=
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: application/pdf; name*0*=utf-8''%C5%BE%C3%A1; name*1*=dost; name*2=".pdf"

            x
            --b
            Content-Disposition: attachment; filename="=?iso-8859-2?Q?p=F8=EDloha?=.doc"

            x
            --b--
            """);

    assertThat(message.text()).isEqualTo("Žluťoučký kůň");
    assertThat(message.attachments())
        .extracting(Attachment::name)
        .contains("žádost.pdf", "příloha.doc");
  }

  @Test
  void em_12_html_becomes_words_and_nothing_is_loaded() {
    InboundMessage message =
        bench.comes(
            """
            From: Jana <jana@posta.example>
            Content-Type: text/html; charset=utf-8

            <html><head><style>p{}</style><script>alert(1)</script></head><body>
            <p>Dobrý den,</p><img src="http://spy.example/x.gif" alt="x"><ul><li>pes<li>kočka</ul>
            <p onclick="x()">Kolik <b>stojí</b> <a href="https://vzorov.example/pes">poplatek</a>?</p>
            <blockquote>Staré</blockquote></body></html>
            """);

    assertThat(message.text())
        .isEqualTo(
            "Dobrý den,\n\n- pes\n- kočka\n\nKolik stojí poplatek (https://vzorov.example/pes)?");
  }

  @ParameterizedTest
  @CsvSource({
    "application/pkcs7-mime; smime-type=enveloped-data,zašifrováno S/MIME",
    "multipart/encrypted; boundary=b,zašifrováno PGP"
  })
  void em_12_what_is_encrypted_is_shown_as_such_to_a_clerk(String type, String shown) {
    InboundMessage message =
        bench.comes(
            "From: "
                + JANA
                + "\nContent-Type: "
                + type
                + "\n\n--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b\n"
                + "Content-Type: application/octet-stream\n\nxx\n--b--\n");

    assertThat(message.text()).isEqualTo(shown);
    assertThat(message.handling()).isEqualTo(Handling.FOR_CLERK);
  }

  @Test
  void em_12_what_outlook_wraps_is_kept_as_a_file() {
    InboundMessage message =
        bench.comes(
            "From: "
                + JANA
                + "\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nDotaz?\n--b\n"
                + "Content-Type: application/ms-tnef; name=winmail.dat\n\nxx\n--b--\n");

    assertThat(message.attachments()).extracting(Attachment::name).contains("winmail.dat");
  }

  @Test
  void em_13_what_is_nested_too_deep_or_has_too_many_parts_is_quarantined_and_shown() {
    StringBuilder deep = new StringBuilder("From: " + JANA + "\n");
    for (int i = 0; i < 1_000; i++) {
      deep.append("Content-Type: multipart/mixed; boundary=b")
          .append(i)
          .append("\n\n--b")
          .append(i)
          .append("\n");
    }
    String many =
        "From: "
            + JANA
            + "\nContent-Type: multipart/mixed; boundary=b\n\nHledám poplatek.\n"
            + "--b\n\nx\n".repeat(10_000);

    for (String mail : new String[] {deep.toString(), many}) {
      InboundMessage message = bench.comes(mail);

      assertThat(message.handling()).isEqualTo(Handling.FOR_CLERK);
      assertThat(message.text()).startsWith("nelze rozebrat");
      assertThat(message.attachments()).hasSize(1);
      assertThat(bench.fetch(message.attachments().getFirst())).isEqualTo(Bench.bytes(mail));
    }
  }

  @Test
  void em_13_a_forwarded_mail_is_a_file_and_read_one_level_when_it_is_all_there_is() {
    InboundMessage message =
        bench.comes(
            "From: "
                + JANA
                + "\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"
                + "Content-Type: message/rfc822\n\nSubject: stará\n\nText staré zprávy.\n--b--\n");

    assertThat(message.text()).isEqualTo("Text staré zprávy.");
    assertThat(message.attachments())
        .extracting(Attachment::type)
        .containsExactly("message/rfc822", "message/rfc822");
  }

  @Test
  void em_13_a_long_text_is_cut_and_the_whole_kept() {
    InboundMessage message = text("😀".repeat(15_000));

    assertThat(message.text()).hasSize(20_000).endsWith("😀");
    assertThat(bench.fetch(message.attachments().getFirst()).length).isGreaterThan(60_000);
  }

  @Test
  void em_17_only_what_our_own_server_says_of_a_sender_is_shown() {
    bench.close();
    bench = new Bench(folder, true, false, "mx.vzorov.example");
    String forged = "Authentication-Results: mx.zly.example; dmarc=pass\n";
    String ours = "Authentication-Results: mx.vzorov.example; spf=pass smtp.mailfrom=x; dmarc=";

    InboundMessage good = bench.comes(Bench.mail(JANA, "1@p", ours + "pass\n" + forged, "Dotaz?"));
    InboundMessage bad = bench.comes(Bench.mail(JANA, "2@p", forged + ours + "fail\n", "Dotaz?"));
    InboundMessage none = bench.comes(Bench.mail(JANA, "3@p", forged, "Dotaz?"));

    assertThat(good.attachments().getFirst().name())
        .isEqualTo("Původní zpráva jana@posta.example (ověřen, spf=pass dmarc=pass).eml");
    assertThat(good.handling()).isEqualTo(Handling.ANSWER);
    assertThat(bad.attachments().getFirst().name()).contains("(neověřen, spf=pass dmarc=fail)");
    assertThat(bad.handling()).isEqualTo(Handling.FOR_CLERK);
    assertThat(none.attachments().getFirst().name())
        .isEqualTo("Původní zpráva jana@posta.example.eml");
  }

  @Test
  void every_mail_is_kept_as_it_came_and_readable_by_us_alone() {
    byte[] mail = Bench.bytes(Bench.mail(JANA, "m@posta.example", "", "Dotaz?"));

    InboundMessage message = bench.comes(mail);

    Attachment original = message.attachments().getFirst();
    assertThat(original.type()).isEqualTo("message/rfc822");
    assertThat(original.size()).isEqualTo(mail.length);
    assertThat(bench.fetch(original)).isEqualTo(mail);
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile))
          .singleElement()
          .satisfies(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .isEqualTo("rw-------"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void a_file_is_opened_decoded_and_only_from_our_own_folder() throws IOException {
    var mail = new ByteArrayOutputStream();
    mail.write(
        Bench.bytes(
            "From: "
                + JANA
                + "\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nDotaz?\n--b\n"
                + "Content-Type: image/png; name=x.png\nContent-Transfer-Encoding: base64\n\naGVs\nbG8=\n--b--\n"));
    InboundMessage message = bench.comes(mail.toByteArray());

    assertThat(bench.fetch(message.attachments().getLast())).asString().isEqualTo("hello");
    for (String reference :
        new String[] {"../x/original", "", "/", "0123456789abcdef0123456789abcdef/9"}) {
      assertThatThrownBy(() -> bench.fetch(new Attachment("", "", 0, reference)))
          .hasCauseInstanceOf(FileNotFoundException.class);
    }
  }

  @Test
  void what_came_a_week_ago_is_not_answered_by_a_machine_any_more() {
    InboundMessage fresh = text("Nový dotaz?");
    assertThat(fresh.handling()).isEqualTo(Handling.ANSWER);

    assertThat(
            bench.comesLate(Bench.mail(JANA, "o@p", "", "Starý?"), Duration.ofDays(8)).handling())
        .isEqualTo(Handling.FOR_CLERK);
  }

  @Test
  void an_answer_is_plain_text_and_html_in_the_brand_with_a_way_on() {
    InboundMessage message = text("Kolik stojí občanka?");
    bench.says(
        new Speaker.Bot(),
        message,
        "Stojí **200 Kč**.\n\n- foto\n- [žádost](https://vzorov.example/f?a=1&b=2)",
        new Choice("a", "Nový průkaz"));

    Shown heard = bench.heard();
    assertThat(heard.text())
        .contains(
            "Stojí 200 Kč.",
            "- foto",
            "žádost: https://vzorov.example/f?a=1&b=2",
            "1. Nový průkaz",
            "https://vzorov.example/#code=7K3M9QX2AB");
    assertThat(heard.html())
        .contains(
            "<strong>200 Kč</strong>",
            "<li>foto</li>",
            "href=\"https://vzorov.example/f?a=1&amp;b=2\"",
            "#0b5cad",
            "Městský úřad Vzorov",
            "href=\"https://vzorov.example/#code=7K3M9QX2AB\"")
        .doesNotContain("<img", "<script", "<link");
  }

  @Test
  void the_subject_is_part_of_what_opens_a_matter() {
    assertThat(
            bench
                .comes(Bench.mail(JANA, "s1@p", "Subject: Poplatek za psa\n", "Kolik to je?"))
                .text())
        .isEqualTo("Poplatek za psa\n\nKolik to je?");
    assertThat(bench.comes(Bench.mail(JANA, "s2@p", "Subject: Dotaz\n", "Kolik to je?")).text())
        .isEqualTo("Kolik to je?");
  }
}
