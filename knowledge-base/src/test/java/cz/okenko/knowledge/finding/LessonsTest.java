package cz.okenko.knowledge.finding;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.knowledge.Answer.Emergency;
import cz.okenko.knowledge.Language;
import cz.okenko.knowledge.content.Said;
import cz.okenko.knowledge.content.Said.Meaning;
import cz.okenko.knowledge.content.Said.Sentence;
import cz.okenko.knowledge.index.Subject;
import cz.okenko.knowledge.index.SubjectIndex;
import cz.okenko.knowledge.text.Analysis;
import cz.okenko.knowledge.text.Lexicon;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LessonsTest {

  private static final Analysis ANALYSIS = new Analysis(new Lexicon(Map.of()));
  private static final Said SAID =
      new Said(
          List.of(
              said(new Meaning.Danger(Emergency.Kind.FIRE), "hoří nám to a nemůžu ven"),
              said(new Meaning.Danger(Emergency.Kind.FIRE), "už to hoří a nemůžu dolů"),
              said(new Meaning.Danger(Emergency.Kind.FIRE), "ono to hoří, nemůžu to uhasit"),
              said(new Meaning.Matter(), "kolik to stojí")));

  private static Sentence said(Meaning meaning, String text) {
    return new Sentence(meaning, "cs", text);
  }

  private static Lessons lessons(Said said, String... phrases) {
    Subject dog =
        new Subject(
            "pes",
            Subject.Kind.SITUATION,
            List.of(Subject.Text.ofPhrases(Language.CS, List.of(phrases))));
    String print = SubjectIndex.fingerprint(List.of(dog), ANALYSIS);
    return new Lessons(List.of(dog), print, said, List.of("kde se to platí"), ANALYSIS);
  }

  @Test
  void the_same_sentences_give_the_same_ear() throws IOException {
    ByteArrayOutputStream once = new ByteArrayOutputStream();
    ByteArrayOutputStream again = new ByteArrayOutputStream();
    lessons(SAID, "kolik se platí za psa").tone().write(once);
    lessons(SAID, "kolik se platí za psa").tone().write(again);

    assertThat(again.toByteArray()).isEqualTo(once.toByteArray());
  }

  @Test
  void the_ear_is_learned_anew_when_the_sentences_change_and_the_classifier_when_articles_do() {
    Lessons lessons = lessons(SAID, "kolik se platí za psa");
    Lessons otherArticle = lessons(SAID, "kde přihlásím psa");
    Lessons otherSentences = lessons(Said.NONE, "kolik se platí za psa");

    assertThat(otherArticle.tonePrint()).isEqualTo(lessons.tonePrint());
    assertThat(otherArticle.fingerprint()).isNotEqualTo(lessons.fingerprint());
    assertThat(otherSentences.tonePrint()).isNotEqualTo(lessons.tonePrint());
    assertThat(otherSentences.fingerprint()).isEqualTo(lessons.fingerprint());
  }

  @Test
  void what_is_asked_about_articles_is_a_matter() {
    var tone = lessons(SAID, "kolik se platí za psa", "kolik se platí", "kde se platí").tone();
    float[] likelihoods = tone.likelihoods(ANALYSIS.of("a kde se to platí"));
    float[] burning = tone.likelihoods(ANALYSIS.of("hoří a nemůžu"));

    assertThat(likelihoods[tone.classes().indexOf("matter")]).isGreaterThan(0.5f);
    assertThat(burning[tone.classes().indexOf("danger/fire")]).isGreaterThan(0.5f);
  }
}
