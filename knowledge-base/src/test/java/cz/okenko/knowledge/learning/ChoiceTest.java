package cz.okenko.knowledge.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class ChoiceTest {

  @Test
  void a_trait_that_tells_gets_weight_and_one_that_does_not_gets_none() {
    List<Choice.Example> examples = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      double noise = i % 2;
      double[][] traits = {{1, noise}, {0, 1 - noise}};
      boolean first = i % 20 != 0 && i % 20 != 11;
      examples.add(new Choice.Example(traits, new boolean[] {first, !first}, 1));
    }

    double[] weights = Choice.learn(examples, 2, 1e-4);

    assertThat(weights[0]).isGreaterThan(1);
    assertThat(weights[1]).isCloseTo(0, Offset.offset(0.6));
  }

  @Test
  void the_likelihood_of_yes_comes_near_its_share() {
    List<Choice.Example> examples = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      examples.add(Choice.Example.yesOrNo(new double[] {1}, i < 80, 1));
    }

    double[] weights = Choice.learn(examples, 1, 0);

    double[] likelihoods = Choice.likelihoods(new double[][] {{1}, {0}}, weights);
    assertThat(likelihoods[0]).isCloseTo(0.8, Offset.offset(0.02));
  }
}
