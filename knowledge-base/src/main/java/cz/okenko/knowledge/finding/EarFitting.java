package cz.okenko.knowledge.finding;

import cz.okenko.knowledge.content.Said.Meaning;
import cz.okenko.knowledge.learning.Choice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Learns how sure the ear is by each part of the evidence, and sets from where on it is believed:
/// so low that next to no matter is taken for a danger and the like.
final class EarFitting {

  private static final double PENALTY = 1e-5;

  /// The share of all matters that may be mistaken for one sort where something would be answered.
  private static final double MISTAKEN = 0.004;

  /// The same where nothing would be, so that no answer is lost.
  private static final double MISTAKEN_UNKNOWN = 0.012;

  /// The same of small talk: who asked something is better told that it is not known.
  private static final double CHATTER_UNKNOWN = 0.008;

  /// What is less likely is not believed even where nothing was ever mistaken.
  private static final double LEAST = 0.1;

  private static final double ABOVE = 1e-4;

  private final List<Hearing> hearings;

  private EarFitting(List<Hearing> hearings) {
    this.hearings = hearings.stream().filter(hearing -> !hearing.isAlarming()).toList();
  }

  static Weights.Hearing fit(List<Hearing> hearings) {
    EarFitting fitting = new EarFitting(hearings);
    Map<Ear.Sort, List<Double>> parts = new EnumMap<>(Ear.Sort.class);
    for (Ear.Sort sort : Ear.Sort.values()) {
      parts.put(sort, fitting.parts(sort));
    }
    Weights.Hearing everything = new Weights.Hearing(parts, Map.of(), Map.of());
    Map<Ear.Sort, Double> least = new EnumMap<>(Ear.Sort.class);
    Map<Ear.Sort, Double> unknown = new EnumMap<>(Ear.Sort.class);
    for (Ear.Sort sort : Ear.Sort.values()) {
      least.put(sort, fitting.least(sort, everything, matter -> !matter.isUnknown(), MISTAKEN));
      double mistaken = sort == Ear.Sort.CHAT ? CHATTER_UNKNOWN : MISTAKEN_UNKNOWN;
      unknown.put(sort, fitting.least(sort, everything, Hearing::isUnknown, mistaken));
    }
    return new Weights.Hearing(parts, least, unknown);
  }

  /// The few that mean it are made to count as much as all others, or nothing would be learned from
  /// them; how few they are is then taken off again.
  private List<Double> parts(Ear.Sort sort) {
    List<double[]> meant = new ArrayList<>();
    List<double[]> others = new ArrayList<>();
    for (Hearing hearing : hearings) {
      boolean isMeant = Ear.Sort.of(hearing.meaning()).filter(sort::equals).isPresent();
      hearing.hints().stream()
          .filter(hint -> hearing.ruled().isEmpty() && hint.sort() == sort)
          .forEach(hint -> (isMeant ? meant : others).add(hint.evidence()));
    }
    double rarity = Math.max(1.0, others.size()) / Math.max(1.0, meant.size());
    List<Choice.Example> examples = new ArrayList<>();
    meant.forEach(one -> examples.add(Choice.Example.yesOrNo(one, true, rarity)));
    others.forEach(one -> examples.add(Choice.Example.yesOrNo(one, false, 1)));
    double[] learned = Choice.learn(examples, Ear.PARTS.size(), PENALTY);
    learned[0] -= StrictMath.log(rarity);
    return Arrays.stream(learned).boxed().toList();
  }

  private double least(
      Ear.Sort sort, Weights.Hearing weights, Predicate<Hearing> among, double mistaken) {
    List<Hearing> matters =
        hearings.stream().filter(h -> h.meaning() instanceof Meaning.Matter).toList();
    double[] confidences =
        matters.stream()
            .filter(matter -> matter.ruled().isEmpty() && among.test(matter))
            .flatMap(matter -> matter.hints().stream())
            .filter(hint -> hint.sort() == sort)
            .mapToDouble(weights::confidence)
            .sorted()
            .toArray();
    int refused = confidences.length - 1 - (int) (mistaken * matters.size());
    return refused < 0 ? LEAST : Math.max(LEAST, confidences[refused] + ABOVE);
  }
}
