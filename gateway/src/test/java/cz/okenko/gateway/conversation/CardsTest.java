package cz.okenko.gateway.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.connectors.Choice;
import cz.okenko.connectors.Transcript.Card;
import cz.okenko.connectors.Transcript.Handler;
import cz.okenko.connectors.Transcript.Link;
import cz.okenko.connectors.Transcript.Source;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CardsTest {
  private static final LocalDate CHECKED = LocalDate.of(2026, 11, 21);

  @Test
  void an_empty_card_takes_no_room() {
    assertThat(Cards.write(Card.NONE)).isEmpty();
    assertThat(Cards.read("")).isEqualTo(Card.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "zákon č. 269/2021 Sb., „občanský průkaz“ – § 9",
        "source",
        "about\\n\\t",
        "'; drop table message; --",
        "<script>alert(1)</script>",
        "\u0000\u0001",
        "\u2028\u2029\u0085\u000b\u000c",
        "🛂 👩‍👩‍👧‍👦 é",
        "\u202Etxet",
        "\ud800 alone"
      })
  void every_text_comes_back_as_it_was(String text) {
    Card card = card(text);

    assertThat(Cards.read(Cards.write(card))).isEqualTo(card);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\tb", "a\nb", "a\r\nb", "a\n\t\nb"})
  void tabs_and_line_breaks_become_one_space_and_move_no_field(String text) {
    assertThat(Cards.read(Cards.write(card(text)))).isEqualTo(card("a b"));
  }

  private static Card card(String text) {
    return new Card(
        "found" + text,
        text,
        text,
        text,
        List.of(
            new Source(text, text, text, CHECKED, true), new Source(text, "", "", CHECKED, false)),
        List.of(new Link(text, text), new Link("", "")),
        new Handler("x" + text, text, text, text),
        List.of(new Choice(text, text)));
  }
}
