package cz.okenko.knowledge.finding;

import cz.okenko.knowledge.index.Subject;
import cz.okenko.knowledge.learning.Classifier;
import cz.okenko.knowledge.text.Analysis;
import cz.okenko.knowledge.text.Features;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// How near a question is to the subjects nobody wrote phrases for, by way of matters that people are
/// known to ask about: the question and the subject's title are each laid beside those matters, and
/// who is near the same ones is kin. So "popelnice" finds an imported "místní poplatek za odpad"
/// though they share no word. Never changes; safe for many threads.
public final class Kinship {

  /// Matters kept of each subject.
  private static final int NEAREST = 16;

  /// What is less likely is no matter of the question.
  private static final float LEAST = 0.002f;

  private final Supplier<Classifier> loading;
  private final Classifier matters;
  private final int subjects;
  private final Map<String, Place> places;
  private final List<Near> near;

  private Kinship(
      Supplier<Classifier> loading,
      Classifier matters,
      int subjects,
      Map<String, Place> places,
      List<Near> near) {
    this.loading = loading;
    this.matters = matters;
    this.subjects = subjects;
    this.places = places;
    this.near = near;
  }

  /// Of no subject yet. `matters` is asked for a classifier once there is one without phrases.
  public static Kinship by(Supplier<Classifier> matters) {
    return new Kinship(matters, Classifier.none(), 0, Map.of(), List.of());
  }

  /// That of other subjects; titles known from before are not looked at again.
  public Kinship of(List<Subject> others, Analysis analysis) {
    int[] bare = IntStream.range(0, others.size()).filter(i -> others.get(i).bare()).toArray();
    boolean missing = bare.length > 0 && matters.classes().isEmpty();
    Classifier known = missing ? loading.get() : matters;
    Map<String, Place> all = new HashMap<>();
    List<Near> beside = new ArrayList<>();
    known.classes().forEach(matter -> beside.add(new Near()));
    for (int subject : bare) {
      String title = others.get(subject).title();
      Place before = places.get(title);
      Place place = before == null ? new Place(known.likelihoods(analysis.of(title))) : before;
      all.put(title, place);
      for (int i = 0; i < place.matters.length; i++) {
        beside.get(place.matters[i]).add(subject, place.shares[i]);
      }
    }
    return new Kinship(loading, known, others.size(), all, beside);
  }

  /// Of each subject by its place in the list, 0–1; 0 of those with phrases.
  float[] on(Features question) {
    float[] kin = new float[subjects];
    if (places.isEmpty()) {
      return kin;
    }
    float[] likelihoods = matters.likelihoods(question);
    for (int matter = 0; matter < likelihoods.length; matter++) {
      if (likelihoods[matter] >= LEAST) {
        near.get(matter).addTo(kin, (float) Math.sqrt(likelihoods[matter]));
      }
    }
    return kin;
  }

  /// Where a title stands among the matters: the nearest ones and how near, together of length 1.
  private static final class Place {
    private final int[] matters;
    private final float[] shares;

    Place(float[] likelihoods) {
      this.matters =
          IntStream.range(0, likelihoods.length)
              .boxed()
              .sorted((one, other) -> Float.compare(likelihoods[other], likelihoods[one]))
              .limit(NEAREST)
              .mapToInt(Integer::intValue)
              .toArray();
      double sum = Arrays.stream(matters).mapToDouble(matter -> likelihoods[matter]).sum();
      this.shares = new float[matters.length];
      for (int i = 0; i < shares.length; i++) {
        shares[i] = (float) Math.sqrt(likelihoods[matters[i]] / sum);
      }
    }
  }

  /// The subjects near a matter, each with its share.
  private static final class Near {
    private int[] subjects = {};
    private float[] shares = {};
    private int size;

    void add(int subject, float share) {
      if (size == subjects.length) {
        subjects = Arrays.copyOf(subjects, size * 2 + 4);
        shares = Arrays.copyOf(shares, subjects.length);
      }
      subjects[size] = subject;
      shares[size++] = share;
    }

    void addTo(float[] kin, float root) {
      for (int i = 0; i < size; i++) {
        kin[subjects[i]] += root * shares[i];
      }
    }
  }
}
