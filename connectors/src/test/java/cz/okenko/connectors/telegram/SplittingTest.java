package cz.okenko.connectors.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Texts of any make are cut so that nothing is lost and every piece is one that Telegram takes.
final class SplittingTest {
  private static final List<String> WORDS =
      List.of(
          "doklad ",
          "🐕 ",
          "**velmi důležité** ",
          "[celý postup](https://vzorov.example/a?b=1&c=2) ",
          "https://vzorov.example/zivotni-situace/obcansky-prukaz?vek=15 ",
          "Konec. ",
          "\n",
          "\n- bod ",
          "\n\n");

  private final Markdown markdown = new Markdown(URI.create("https://vzorov.example"));

  @Test
  void tg_05_any_text_is_cut_into_whole_pieces() {
    for (long seed = 0; seed < 400; seed++) {
      var random = new Random(seed);
      check(seed, markdown.blocks(text(random)));
    }
  }

  @Test
  void tg_05_a_word_longer_than_a_message_is_cut_between_characters() {
    check(-1, List.of(Rich.of("x" + "🐕".repeat(6000))));
    check(-2, List.of(Rich.bold("č".repeat(9000)), Rich.of("konec")));
    check(-3, List.of(Rich.bold("č".repeat(4000)), Rich.of("ř".repeat(4090))));
    check(-4, markdown.blocks("[a](https://vzorov.example) ".repeat(500)));
    check(-5, markdown.blocks("**" + "a ".repeat(30) + "b** ".repeat(1) + "**c** ".repeat(300)));
  }

  private static String text(Random random) {
    var text = new StringBuilder();
    int words = random.nextInt(1500);
    boolean dense = random.nextBoolean();
    for (int i = 0; i < words; i++) {
      text.append(WORDS.get(dense ? random.nextInt(WORDS.size()) : random.nextInt(40) % 9 % 6));
    }
    return text.toString();
  }

  private static void check(long seed, List<Rich> blocks) {
    List<Rich> pieces = Splitting.pieces(blocks);

    assertThat(pieces)
        .as("seed " + seed)
        .allSatisfy(
            piece -> {
              assertThat(piece.length()).isBetween(1, Splitting.LONGEST);
              assertThat(piece.entities()).isLessThanOrEqualTo(Splitting.MOST_ENTITIES);
              assertThat(Character.isLowSurrogate(piece.text().charAt(0))).isFalse();
              assertThat(Screen.of(piece.html()).broken()).isFalse();
            });
    assertThat(bare(pieces)).as("seed " + seed).isEqualTo(bare(blocks));
    assertThat(links(pieces)).as("seed " + seed).isEqualTo(links(blocks));
  }

  private static String bare(List<Rich> parts) {
    return parts.stream().map(Rich::text).collect(Collectors.joining()).replaceAll("\\s", "");
  }

  private static List<Rich.Run> links(List<Rich> parts) {
    var links = new ArrayList<Rich.Run>();
    for (Rich part : parts) {
      part.runs().stream().filter(run -> !run.url().isEmpty()).forEach(links::add);
    }
    return links;
  }
}
