package cz.okenko.gateway.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Pages of questions as towns write them.
final class FaqPageTest {

  @Test
  void a_heading_with_a_question_mark_begins_a_question_and_the_next_heading_ends_it() {
    check(
        """
        <html lang="cs"><head><title>Časté dotazy?</title>
        <link rel="canonical" href="https://obec.example/faq"></head>
        <body><nav><h2>Hledáte něco?</h2></nav>
        <h1>Časté dotazy</h1><p>Úvod.</p>
        <div class="faq"><h3><button>Kde přihlásím psa?</button></h3>
        <div><p>U nás <b>na pokladně</b>.</p><ul><li>občanku</li><li>peníze</li></ul></div></div>
        <h3>Kdy máte otevřeno?</h3>Ve středu.<h4>V létě</h4><p>Jen dopoledne.</p>
        <h2>Kontakt</h2><p>Telefon</p></body></html>
        """,
        "5 Kde přihlásím psa? → U nás **na pokladně**.\n\n- občanku\n- peníze",
        "7 Kdy máte otevřeno? → Ve středu.\n\n**V létě**\n\nJen dopoledne.");
  }

  @Test
  void terms_summaries_and_bold_lines_are_questions_too() {
    check(
        "<dl><dt>Telefon</dt><dd>123</dd><dt>Smím pálit listí?</dt><dd>Ne.</dd></dl><p>Mimo.</p>",
        "1 Smím pálit listí? → Ne.");
    check(
        "<details><summary>Kdo vaří?</summary><p>Kuchař.</p></details><p>Mimo.</p>",
        "1 Kdo vaří? → Kuchař.");
    check(
        "<p><strong>Kolik to stojí?</strong><br>Nic.</p><p>Opravdu.</p><p><b>A kdy?</b></p><p>Hned.</p>",
        "1 Kolik to stojí? → Nic.\n\nOpravdu.",
        "1 A kdy? → Hned.");
    check("<p>Ptáte se <strong>proč?</strong> Protože.</p>");
  }

  @Test
  void nothing_of_a_page_becomes_script_or_a_harmful_link() {
    assertThat(
            PlainMarkdown.of(
                "<p onclick=x()>Viz <a href='javascript:alert(1)'>zde</a>, "
                    + "<a href='https://obec.example/a'>tady</a>, <a href='/b'>jinde</a>, "
                    + "<a href='mailto:a@obec.example'>pište</a>.<script>alert(1)</script>"
                    + "<img src=x alt='Mapa' onerror=alert(1)></p>"))
        .isEqualTo(
            "Viz zde, [tady](https://obec.example/a), jinde, [pište](mailto:a@obec.example).Mapa");
    assertThat(PlainMarkdown.of("[zde](javascript:alert`1`) a [tam](tel:+420123)"))
        .isEqualTo("zde a [tam](tel:+420123)");
  }

  @Test
  void text_stays_the_text_it_is() {
    assertThat(PlainMarkdown.of("a < b && 5 > 3\r\ndruhý řádek")).isEqualTo(
        "a < b && 5 > 3\ndruhý řádek");
    assertThat(PlainMarkdown.of("10&nbsp;Kč &amp; dost")).isEqualTo("10 Kč & dost");
    assertThat(PlainMarkdown.of("<ol><li>jedna</li><li>dvě<ul><li>dvě a půl</li></ul></li></ol>"))
        .isEqualTo("1. jedna\n2. dvě; dvě a půl");
    assertThat(PlainMarkdown.of("<table><tr><th>Den</th><th>Hodiny</th></tr><tr><td>po</td>"
            + "<td>8–17</td></tr></table>"))
        .isEqualTo("Den – Hodiny\npo – 8–17");
  }

  private static void check(String html, String... expected) {
    List<String> found =
        FaqPage.rows(html).stream()
            .map(row -> row.line() + " " + row.question() + " → " + row.answer())
            .toList();

    assertThat(found).containsExactly(expected);
  }
}
