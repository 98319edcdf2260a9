package cz.okenko.knowledge.finding;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.knowledge.text.FoldedText;
import org.junit.jupiter.api.Test;

/// What of a matter is asked, in the wordings of people. The lists say what each line asks for.
final class AspectDetectionTest {

  private final AspectDetection aspects = new AspectDetection();

  @Test
  void the_asked_aspect_is_told_from_the_wording() {
    Wordings known = Wordings.read("aspects.txt");

    assertThat(known.misses(text -> aspects.of(FoldedText.of(text)).code())).isEmpty();
    assertThat(Wordings.read("aspects-held-out.txt").misses(text -> aspects.of(FoldedText.of(text)).code()))
        .isEmpty();
    assertThat(known.size()).isGreaterThan(140);
  }
}
