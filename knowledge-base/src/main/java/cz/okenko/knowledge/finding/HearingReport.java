package cz.okenko.knowledge.finding;

import cz.okenko.knowledge.content.Said.Meaning;
import cz.okenko.knowledge.finding.Rules.Ruling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/// How well the ear heard what it had not learned.
final class HearingReport {

  private static final int FEWEST = 10;

  private static final String HEAD =
      """

      # What is heard by rule and ear

      The sentences of `said.yaml`, each heard by an ear that had not learned it, with weights from the
      other parts. *by rule*: told by the rules alone; *told*: by rule or ear, whatever the kind (another
      number for help, other small talk); *kind*: the right kind.

      """;

  private static final String FALSE_ALARMS =
      """

      Matters, each left out as well. *danger*, *handoff*, *small talk*: what they were taken for, by rule
      and by ear together, and *by ear* alone; *else unknown*: those of the dangers heard where nothing
      else would have been answered. *matter*: those in `said.yaml` that only sound like it;
      *of danger*: what is written about people in danger themselves (a child beaten, a missing person).

      """;

  private final List<Hearing> hearings;
  private final List<Weights> byFold;

  HearingReport(List<Hearing> hearings, List<Weights> byFold) {
    this.hearings = hearings;
    this.byFold = byFold;
  }

  private static final class Counts {
    private int all;
    private int ruled;
    private int heard;
    private int kind;

    void add(Ruling expected, Hearing hearing, List<Ruling> told) {
      all++;
      ruled += hearing.ruled().stream().anyMatch(r -> r.getClass() == expected.getClass()) ? 1 : 0;
      heard += told.stream().anyMatch(r -> r.getClass() == expected.getClass()) ? 1 : 0;
      kind += told.stream().anyMatch(expected::equals) ? 1 : 0;
    }
  }

  private static final class Alarms {
    private int all;
    private final int[] taken = new int[3];
    private final int[] byEar = new int[3];
    private int unknown;

    void add(Hearing hearing, List<Ruling> told) {
      all++;
      List<Predicate<Ruling>> sorts =
          List.of(
              Ruling.Danger.class::isInstance,
              Ruling.Person.class::isInstance,
              Ruling.Chat.class::isInstance);
      for (int i = 0; i < taken.length; i++) {
        if (told.stream().anyMatch(sorts.get(i))) {
          taken[i]++;
          byEar[i] += hearing.ruled().isEmpty() ? 1 : 0;
        }
      }
      boolean alarm = hearing.ruled().isEmpty() && told.stream().anyMatch(sorts.getFirst());
      unknown += alarm && hearing.isUnknown() ? 1 : 0;
    }
  }

  String text() {
    Map<String, Counts> meant = new TreeMap<>();
    Map<String, Alarms> matters = new TreeMap<>();
    for (Hearing hearing : hearings) {
      List<Ruling> told = hearing.told(byFold.get(hearing.fold())).stream().toList();
      Optional<Ruling> expected = Ear.ruling(hearing.meaning());
      if (expected.isPresent()) {
        for (String name : names(hearing)) {
          meant.computeIfAbsent(name, n -> new Counts()).add(expected.get(), hearing, told);
        }
      } else {
        matters.computeIfAbsent(hearing.where(), name -> new Alarms()).add(hearing, told);
      }
    }
    StringBuilder text = new StringBuilder(HEAD);
    text.append("| Meaning | n | by rule | told | kind |\n|---|---|---|---|---|\n");
    meant.forEach((name, counts) -> line(name, counts, text));
    text.append(FALSE_ALARMS);
    text.append("| Matters | n | danger | by ear | else unknown | handoff | by ear | small talk | by ear |\n");
    text.append("|---|---|---|---|---|---|---|---|---|\n");
    matters.forEach((name, alarms) -> line(name, alarms, text));
    return text.toString();
  }

  private static List<String> names(Hearing hearing) {
    List<String> names = new ArrayList<>(List.of(hearing.meaning().code()));
    String sort =
        switch (hearing.meaning()) {
          case Meaning.Danger _ -> "danger";
          case Meaning.Chat _ -> "small-talk";
          case Meaning.Person _, Meaning.Tampering _, Meaning.Matter _ -> "";
        };
    if (!sort.isEmpty()) {
      names.add(sort);
    }
    names.add((sort.isEmpty() ? hearing.meaning().code() : sort) + ", " + hearing.language());
    return names;
  }

  private static void line(String name, Counts counts, StringBuilder text) {
    if (counts.all >= FEWEST) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %d | %.3f | %.3f | %.3f |%n",
              name,
              counts.all,
              (double) counts.ruled / counts.all,
              (double) counts.heard / counts.all,
              (double) counts.kind / counts.all));
    }
  }

  private static void line(String name, Alarms alarms, StringBuilder text) {
    text.append("| ").append(name).append(" | ").append(alarms.all);
    for (int i = 0; i < alarms.taken.length; i++) {
      text.append(" | ").append(alarms.taken[i]).append(" | ").append(alarms.byEar[i]);
      text.append(i == 0 ? " | " + alarms.unknown : "");
    }
    text.append(" |\n");
  }
}
