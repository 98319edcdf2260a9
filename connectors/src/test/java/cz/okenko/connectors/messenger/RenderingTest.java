package cz.okenko.connectors.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.connectors.Choice;
import cz.okenko.connectors.OutboundMessage;
import cz.okenko.connectors.OutboundMessage.Occasion;
import cz.okenko.connectors.OutboundMessage.Speaker;
import cz.okenko.connectors.messenger.Wire.Buttons;
import cz.okenko.connectors.messenger.Wire.Content;
import cz.okenko.connectors.messenger.Wire.QuickReply;
import cz.okenko.connectors.messenger.Wire.Text;
import java.net.URI;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How messages look within the platform's limits.
final class RenderingTest {
  private static final URI HOUSE = URI.create("https://chat.vzorov.example");
  private static final String LINK = "https://vzorov.example/a?b=1&c=2#d";

  private final Rendering rendering = new Rendering(HOUSE);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "**Kolik:** 200 Kč | Kolik: 200 Kč",
        "- pas~- fotka | • pas~• fotka",
        "1. pas~2. fotka | 1. pas~2. fotka",
        "[Formulář](https://a.example/x) | Formulář: https://a.example/x",
        "Viz [web](https://a.example/x). | Viz web: https://a.example/x.",
        "Podle [zákona](https://a.example/x) ano | Podle zákona (https://a.example/x) ano",
        "[a.example/x](https://a.example/x) | https://a.example/x",
        "[**pes**](/situace/pes) | pes: https://chat.vzorov.example/situace/pes",
        "[podatelna](mailto:p@vzorov.example) | podatelna: p@vzorov.example",
        "[zlé](javascript:alert%281%29) | zlé",
        "[zlé](//zlo.example) | zlé",
        "**[a](https://a.example)** | a: https://a.example",
        "5 * 3 * 2 a 2**3 a _x_ | 5 * 3 * 2 a 2**3 a _x_",
        "a$1\\b | a$1\\b"
      })
  void markdown_is_said_in_plain_words(String markdown, String text) {
    assertThat(new PlainText(HOUSE).of(markdown.replace('~', '\n')))
        .isEqualTo(text.replace('~', '\n'));
  }

  @Test
  void fb_14_a_text_is_divided_between_sections_before_sentences_before_words() {
    String section = "Jedna věta má konec. ".repeat(60).strip();

    assertThat(PlainText.pieces(section + "\n\n" + section, 2_000))
        .containsExactly(section, section);
    assertThat(PlainText.pieces("Jedna věta má konec. ".repeat(200), 2_000))
        .allMatch(piece -> piece.length() <= 2_000 && piece.endsWith("konec."));
    assertThat(PlainText.pieces("slovo ".repeat(700), 2_000))
        .allMatch(piece -> piece.length() <= 2_000 && piece.endsWith("slovo"));
  }

  @Test
  void fb_14_no_link_and_no_character_is_ever_divided() {
    var random = new Random(7);
    for (int round = 0; round < 500; round++) {
      String text =
          IntStream.range(0, 120)
              .mapToObj(i -> random.nextInt(4) == 0 ? LINK : "a".repeat(random.nextInt(60)) + ". ")
              .reduce("", (all, next) -> all + " " + next);
      List<String> pieces = PlainText.pieces(text, 2_000);

      assertThat(pieces).allMatch(piece -> !piece.isBlank() && piece.length() <= 2_000);
      assertThat(count(String.join("\n", pieces))).isEqualTo(count(text));
    }
    assertThat(String.join("", PlainText.pieces("🐕".repeat(5_000), 1_999)))
        .isEqualTo("🐕".repeat(5_000));
  }

  private static long count(String text) {
    return text.split(java.util.regex.Pattern.quote(LINK), -1).length;
  }

  @Test
  void fb_13_a_question_offers_quick_replies_with_the_house_keys() {
    Text text = (Text) pieces("Co potřebujete?", "Nový pas", "Ztráta pasu").getFirst();

    assertThat(text.text()).isEqualTo("Co potřebujete?");
    assertThat(text.replies())
        .containsExactly(
            new QuickReply("text", "Nový pas", Choice.key(42, 0)),
            new QuickReply("text", "Ztráta pasu", Choice.key(42, 1)));
  }

  @Test
  void fb_13_a_long_label_is_cut_at_a_word_and_stands_whole_in_the_text() {
    Text text =
        (Text)
            pieces("Co hledáte?", "Ztráta nebo krádež průkazu", "Nejnevyzpytatelnější", "Pas")
                .getFirst();

    assertThat(text.text())
        .isEqualTo(
            "Co hledáte?\n\n1. Ztráta nebo krádež průkazu\n2. Nejnevyzpytatelnější\n3. Pas");
    assertThat(text.replies())
        .extracting(QuickReply::title)
        .containsExactly("1. Ztráta nebo…", "2. Nejnevyzpytateln…", "3. Pas");
  }

  @Test
  void fb_13_of_more_than_thirteen_choices_all_stand_in_the_text() {
    String[] labels =
        IntStream.rangeClosed(1, 20).mapToObj(i -> "Volba " + i).toArray(String[]::new);
    Text text = (Text) pieces("Vyberte:", labels).getFirst();

    assertThat(text.text()).endsWith("20. Volba 20");
    assertThat(text.replies()).hasSize(13);
    assertThat(text.replies().getLast().title()).isEqualTo("13. Volba 13");
  }

  @Test
  void fb_13_replies_stand_under_the_last_piece_alone() {
    List<Content> pieces = pieces("Věta. ".repeat(900), "Pas");

    assertThat(pieces).hasSizeGreaterThan(1);
    assertThat(pieces.stream().map(piece -> ((Text) piece).replies().size()))
        .containsOnlyOnce(1)
        .endsWith(1);
  }

  @Test
  void fb_14_beside_a_finished_answer_a_few_choices_are_buttons_that_stay() {
    Buttons buttons = (Buttons) pieces("Stojí 200 Kč.", "Mluvit s člověkem").getFirst();

    assertThat(buttons.attachment().payload().text()).isEqualTo("Stojí 200 Kč.");
    assertThat(buttons.attachment().payload().buttons())
        .containsExactly(new Wire.Button("postback", "Mluvit s člověkem", Choice.key(42, 0)));
  }

  @Test
  void fb_14_where_buttons_do_not_fit_quick_replies_serve() {
    List<List<Content>> drawn =
        List.of(
            pieces("a".repeat(641) + ".", "Pas"),
            pieces("Viz " + LINK + ".", "Pas"),
            pieces("Hotovo.", "a", "b", "c", "d"));

    assertThat(drawn).allMatch(pieces -> pieces.getLast() instanceof Text);
    assertThat(pieces("a".repeat(639) + ".", "Pas").getFirst()).isInstanceOf(Buttons.class);
  }

  @Test
  void nothing_to_say_is_no_message() {
    assertThat(pieces(" \n ")).isEmpty();
  }

  private List<Content> pieces(String text, String... labels) {
    List<Choice> choices =
        Stream.of(labels).map(label -> new Choice("v:" + label, label)).toList();
    var message =
        new OutboundMessage(
            42,
            MessengerBench.citizen(),
            "cs",
            text,
            choices,
            new Speaker.Bot(),
            Occasion.NONE);
    return rendering.pieces(message, Head.NONE);
  }
}
