package cz.okenko.knowledge.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WeightsTest {

  @Test
  void the_shipped_table_names_every_trait_and_every_part_of_the_evidence() {
    String table = Weights.shipped().toString();

    int heard = Ear.Sort.values().length * (Ear.PARTS.size() + 2);
    assertThat(table.lines())
        .hasSize(Comparison.TRAITS.size() + 2 * Evidence.PARTS.size() + heard);
    assertThat(Weights.read(table).toString()).isEqualTo(table);
  }

  @Test
  void what_is_not_named_counts_nothing() {
    Weights weights = Weights.read("first.always\t2.0");

    assertThat(weights.ranking()).containsOnly(0);
    assertThat(weights.first(evidence(1))).isBetween(0.88, 0.89);
    assertThat(weights.three(evidence(1))).isEqualTo(0.5);
  }

  private static double[] evidence(double always) {
    double[] evidence = new double[Evidence.PARTS.size()];
    evidence[0] = always;
    return evidence;
  }
}
