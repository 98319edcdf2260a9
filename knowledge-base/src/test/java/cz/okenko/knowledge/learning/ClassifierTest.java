package cz.okenko.knowledge.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.okenko.knowledge.text.Analysis;
import cz.okenko.knowledge.text.Lexicon;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ClassifierTest {

  private static final Analysis ANALYSIS = new Analysis(new Lexicon(Map.of()));
  private static final List<String> CLASSES = List.of("pes", "pas");

  private static final List<Example> EXAMPLES =
      List.of(
          example(0, "kolik se platí za psa"),
          example(0, "přihlásit psa na úřadě"),
          example(0, "poplatek za druhého psa"),
          example(1, "kolik stojí cestovní pas"),
          example(1, "vyřídit pas na úřadě"),
          example(1, "ztratil jsem cestovní pas"));

  private static Example example(int number, String text) {
    return new Example(number, ANALYSIS.of(text), 1);
  }

  private static Classifier trained(long seed) {
    return ClassifierTraining.train("print", Look.SUBJECT, CLASSES, EXAMPLES, seed);
  }

  private static float[] likelihoods(Classifier classifier, String text) {
    return classifier.likelihoods(ANALYSIS.of(text));
  }

  @Test
  void a_text_is_likeliest_of_the_class_whose_words_it_has() {
    Classifier classifier = trained(1);

    assertThat(likelihoods(classifier, "mám nového psa")[0]).isGreaterThan(0.5f);
    assertThat(likelihoods(classifier, "propadl mi cestovni pas")[1]).isGreaterThan(0.5f);
  }

  @Test
  void likelihoods_sum_to_one_even_of_nothing() {
    for (String text : List.of("", "xyzzy", "psa pas")) {
      float[] likelihoods = likelihoods(trained(1), text);

      assertThat(likelihoods[0] + likelihoods[1]).isBetween(0.999f, 1.001f);
    }
  }

  @Test
  void the_same_seed_gives_the_same_bytes() throws IOException {
    assertThat(bytes(trained(7))).isEqualTo(bytes(trained(7)));
    assertThat(bytes(trained(7))).isNotEqualTo(bytes(trained(8)));
  }

  @Test
  void what_was_written_is_read_again() throws IOException {
    Classifier written = trained(1);

    Classifier read = Classifier.read(new ByteArrayInputStream(bytes(written)));

    assertThat(read.fingerprint()).isEqualTo("print");
    assertThat(read.classes()).isEqualTo(CLASSES);
    assertThat(likelihoods(read, "platit za psa"))
        .isEqualTo(likelihoods(written, "platit za psa"));
  }

  @Test
  void words_that_say_nothing_of_a_subject_tell_the_tone() throws IOException {
    List<Example> examples =
        List.of(
            example(0, "já už ne"), example(0, "ne já už"), example(0, "už ne ne"),
            example(1, "kdo to má"), example(1, "má to kdo"), example(1, "kdo má to"));
    Classifier tone = ClassifierTraining.train("print", Look.TONE, CLASSES, examples, 1);
    Classifier read = Classifier.read(new ByteArrayInputStream(bytes(tone)));

    assertThat(likelihoods(read, "já ne")[0]).isGreaterThan(0.5f);
    assertThat(likelihoods(read, "kdo to")[1]).isGreaterThan(0.5f);
  }

  @Test
  void anything_else_is_not_read() {
    assertThatThrownBy(() -> Classifier.read(new ByteArrayInputStream(new byte[] {1, 2, 3})))
        .isInstanceOf(IOException.class);
  }

  private static byte[] bytes(Classifier classifier) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    classifier.write(bytes);
    return bytes.toByteArray();
  }
}
