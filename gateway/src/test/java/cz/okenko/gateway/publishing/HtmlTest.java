package cz.okenko.gateway.publishing;

import static cz.okenko.gateway.publishing.Html.at;
import static cz.okenko.gateway.publishing.Html.el;
import static cz.okenko.gateway.publishing.Html.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.okenko.gateway.publishing.Html.Markup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is written on a page, and what can never get there.
final class HtmlTest {

  @Test
  void text_and_values_are_escaped() {
    assertThat(written(el("p", at("title", "a\"><script>"), text("<b> & \"c\""))))
        .isEqualTo("<p title=\"a&quot;&gt;&lt;script&gt;\">&lt;b&gt; &amp; &quot;c&quot;</p>");
    assertThat(written(new Html.LinkedData("{\"a\":\"</script><script>\"}")))
        .isEqualTo(
            "<script type=\"application/ld+json\">"
                + "{\"a\":\"\\u003c/script>\\u003cscript>\"}</script>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"javascript:alert(1)", "JavaScript:x", "data:text/html,x", "//evil.example", "a b",
        "/\\evil.example", "vbscript:x", ""})
  void an_address_that_is_not_harmless_leads_nowhere(String address) {
    assertThat(written(el("a", at("href", address)))).isEqualTo("<a href=\"#\"></a>");
  }

  @Test
  void a_page_has_no_scripts_styles_and_handlers() {
    assertThatThrownBy(() -> el("script")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> at("onclick", "x")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> at("style", "x")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void markdown_becomes_paragraphs_lists_bold_and_links() {
    assertThat(written(MarkdownNodes.of("Stojí **1 000 Kč**.\n\n- [zde](https://a.example/)\n- tam")))
        .isEqualTo(
            "<p>Stojí <strong>1\u00a0000\u00a0Kč</strong>.</p><ul><li><a href=\"https://a.example/\""
                + " rel=\"noopener noreferrer\">zde</a></li><li>tam</li></ul>");
  }

  @Test
  void html_in_markdown_stays_text() {
    assertThat(written(MarkdownNodes.of("<script>alert(1)</script> <img src=x onerror=y>")))
        .isEqualTo("<p>&lt;script&gt;alert(1)&lt;/script&gt; &lt;img src=x onerror=y&gt;</p>");
    assertThat(written(MarkdownNodes.of("[a](javascript:alert) ![x](https://a.example/i.png)")))
        .isEqualTo("<p><a href=\"#\" rel=\"noopener noreferrer\">a</a> x</p>");
  }

  @Test
  void a_code_for_the_telephone_is_a_picture_with_a_name() {
    assertThat(written(QrPicture.of("https://obec.example/situace/pes", "QR kód této stránky")))
        .startsWith("<svg class=\"qr\" role=\"img\" aria-label=\"QR kód této stránky\"")
        .contains("<path fill=\"#000000\" d=\"M4 4h7v1h-7z");
  }

  private static String written(Markup markup) {
    var out = new StringBuilder();
    Html.write(markup, out);
    return out.toString();
  }
}
