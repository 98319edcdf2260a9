package cz.okenko.knowledge.finding;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.knowledge.ContentSource;
import cz.okenko.knowledge.content.ContentFiles;
import cz.okenko.knowledge.content.ContentReader;
import cz.okenko.knowledge.content.ContentSet;
import cz.okenko.knowledge.finding.Rules.Ruling;
import cz.okenko.knowledge.text.FoldedText;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The rules of the shipped content, on what people write. The lists say what each line is.
final class RulesTest {

  private static final ContentSet CONTENT =
      ContentReader.read(ContentFiles.of(new ContentSource.Shipped()), Set.of());

  private final Rules rules = new Rules(CONTENT.intents());

  @Test
  void every_wording_is_told_apart() {
    assertThat(Wordings.read("rules.txt").misses(this::told)).isEmpty();
    assertThat(Wordings.read("rules-held-out.txt").misses(this::told)).isEmpty();
    assertThat(Wordings.read("rules-unseen.txt").misses(this::told)).isEmpty();
    assertThat(Wordings.read("rules-people.txt").misses(this::told)).isEmpty();
    assertThat(Wordings.read("rules-stories.txt").misses(this::told)).isEmpty();
  }

  @Test
  void a_question_is_caught_only_where_it_tells_of_danger_now() {
    assertThat(
            LabelledQuestions.shipped().all().stream()
                .filter(question -> !Trials.isOfDanger(question))
                .map(LabelledQuestion::text)
                .filter(text -> !told(text).equals("question")))
        .allMatch(text -> text.contains("zápach plynu"));
  }

  @Test
  void an_apostrophe_makes_no_difference() {
    assertThat(told("чоловік мене б'є")).isEqualTo("violence");
    assertThat(told("чоловік мене бʼє")).isEqualTo("violence");
    assertThat(told("чоловік мене бє")).isEqualTo("violence");
  }

  @Test
  void a_slip_of_the_finger_hides_no_danger() {
    assertThat(told("zavolejte sanitkku")).isEqualTo("medical");
    assertThat(told("zavoljete hasiče")).isEqualTo("fire");
    assertThat(told("napadlo mě jít na úřad")).isEqualTo("question");
  }

  @Test
  void what_is_written_by_ear_is_heard() {
    assertThat(told("vožralej táta mlátý mámu")).isEqualTo("violence");
    assertThat(told("zkočím z mostu")).isEqualTo("suicide");
    assertThat(told("hoříííí nám střecha")).isEqualTo("fire");
  }

  @Test
  void what_stands_nearby_counts_in_either_order_and_an_errand_takes_it_back() {
    assertThat(told("z okna ve druhém patře jde hustý černý dým")).isEqualTo("fire");
    assertThat(told("dým je hustý a jde z okna ve druhém patře")).isEqualTo("fire");
    assertThat(told("kouří se ze sousedova komína každý večer")).isEqualTo("question");
  }

  @Test
  void hardly_any_phrase_of_an_article_is_caught_by_a_rule() {
    List<String> phrases =
        CONTENT.articles().stream()
            .flatMap(text -> text.article().phrases().stream())
            .toList();

    List<String> caught =
        phrases.stream().filter(phrase -> !told(phrase).matches("question|handoff")).toList();

    assertThat(caught).hasSizeLessThan(phrases.size() / 500);
  }

  private String told(String text) {
    return rules
        .on(FoldedText.of(text))
        .map(
            ruling ->
                switch (ruling) {
                  case Ruling.Danger(var kind) -> kind.code();
                  case Ruling.Person() -> "handoff";
                  case Ruling.Filing(var kind) -> "filed-" + kind.code();
                  case Ruling.Chat(var kind) -> kind.code();
                })
        .orElse("question");
  }
}
