package cz.okenko.knowledge;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Asks a file of questions with known answers and says how often the right article came first.
public final class Evaluation {

  private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
  private static final double NANOS_PER_MS = 1_000_000.0;

  private final KnowledgeBase knowledge;

  public Evaluation(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  /// How often the right article came first, came among the first three, was answered outright, how
  /// often a wrong one was, and how often the right one was on the screen (answered or offered),
  /// over `questions` questions whose article is covered.
  public record Figures(
      int questions, double first, double three, double right, double wrong, double shown) {

    @Override
    public String toString() {
      return "n=%d R@1 %.3f R@3 %.3f answered right %.3f wrong %.3f on screen %.3f"
          .formatted(questions, first, three, right, wrong, shown);
    }
  }

  private record Asked(
      String id, String text, Language language, String style, Set<String> gold) {

    boolean isInScope() {
      return !gold.contains("none") && !gold.contains("smalltalk");
    }
  }

  private record Given(Asked asked, Answer answer, double milliseconds) {

    boolean rightWithin(int places) {
      return answer.candidates().stream()
          .limit(places)
          .anyMatch(candidate -> asked.gold().contains(candidate.slug().value()));
    }

    boolean isOutright() {
      return answer instanceof Answer.Found;
    }
  }

  /// Reads tab-separated questions with a header naming at least `qid`, `query` and `gold` (slugs
  /// joined by `|`, `none` or `smalltalk`; `lang` and `style` are used when present), writes one
  /// line per question to `run`: `qid TAB slug:score,slug:score,… TAB ms`, the list being empty
  /// when the citizen would be handed over, and prints a summary to `out`.
  ///
  /// @throws IOException when a file cannot be read or written, or the header lacks a column
  public void run(Path questions, Path run, PrintWriter out) throws IOException {
    List<Asked> asked = read(questions);
    List<Given> given = asked.stream().map(question -> ask(question, question.text())).toList();
    write(run, given);
    List<Given> plain =
        asked.stream().map(question -> ask(question, withoutDiacritics(question.text()))).toList();
    print(given, plain, out);
    out.flush();
  }

  /// The figures over those questions of a file whose article is covered and whose style and
  /// language (`cs/plain`) satisfy the condition; asked with or without diacritics.
  ///
  /// @throws IOException as [#run]
  public Figures figures(Path questions, Predicate<String> style, boolean diacritics)
      throws IOException {
    List<Given> given = new ArrayList<>();
    for (Asked asked : read(questions)) {
      if (style.test(styleOf(asked))) {
        given.add(ask(asked, diacritics ? asked.text() : withoutDiacritics(asked.text())));
      }
    }
    return figures(covered(given));
  }

  private Given ask(Asked asked, String text) {
    long start = System.nanoTime();
    Answer answer = knowledge.answer(Question.fresh(text, asked.language()));
    return new Given(asked, answer, (System.nanoTime() - start) / NANOS_PER_MS);
  }

  private static List<Asked> read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    if (lines.isEmpty()) {
      throw new IOException(file + " is empty");
    }
    Map<String, Integer> columns = new HashMap<>();
    List<String> header = cells(lines.getFirst());
    for (int i = 0; i < header.size(); i++) {
      columns.put(header.get(i), i);
    }
    for (String needed : List.of("qid", "query", "gold")) {
      if (!columns.containsKey(needed)) {
        throw new IOException(file + " has no column " + needed);
      }
    }
    return lines.stream()
        .skip(1)
        .filter(line -> !line.isBlank())
        .map(line -> asked(cells(line), columns))
        .toList();
  }

  private static Asked asked(List<String> cells, Map<String, Integer> columns) {
    return new Asked(
        cell(cells, columns, "qid"),
        cell(cells, columns, "query"),
        Language.of(cell(cells, columns, "lang")).orElse(Language.CS),
        cell(cells, columns, "style"),
        Set.of(cell(cells, columns, "gold").split("\\|", -1)));
  }

  private static List<String> cells(String line) {
    return List.of(line.split("\t", -1));
  }

  private static String cell(List<String> cells, Map<String, Integer> columns, String name) {
    int at = columns.getOrDefault(name, Integer.MAX_VALUE);
    return at < cells.size() ? cells.get(at).strip() : "";
  }

  private static void write(Path run, List<Given> given) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(run)) {
      for (Given each : given) {
        writer.write(
            "%s\t%s\t%s\n"
                .formatted(
                    each.asked().id(),
                    shown(each.answer()),
                    String.format(Locale.ROOT, "%.3f", each.milliseconds())));
      }
    }
  }

  /// The candidates of answers that show an article or a choice; else nothing.
  private static String shown(Answer answer) {
    return switch (answer) {
      case Answer.Found _, Answer.Filed _, Answer.Ambiguous _ ->
          answer.candidates().stream()
              .map(
                  candidate ->
                      candidate.slug()
                          + ":"
                          + String.format(Locale.ROOT, "%.4f", candidate.score()))
              .collect(Collectors.joining(","));
      case Answer.Elsewhere _,
          Answer.NotFound _,
          Answer.SmallTalk _,
          Answer.HandoffWish _,
          Answer.Emergency _ ->
          "";
    };
  }

  private void print(List<Given> given, List<Given> plain, PrintWriter out) {
    List<Given> covered = covered(given);
    out.println("questions: " + given.size() + ", about covered articles: " + covered.size());
    out.println("all languages        " + figures(covered));
    out.println("without diacritics   " + figures(covered(plain)));
    Map<String, List<Given>> byStyle = new TreeMap<>();
    covered.forEach(
        each ->
            byStyle.computeIfAbsent(styleOf(each.asked()), key -> new ArrayList<>()).add(each));
    byStyle.forEach((style, some) -> out.printf("%-20s %s%n", style, figures(some)));
    out.println("about articles that are not here: " + outcomes(uncovered(given)));
    out.println("out of scope: " + outcomes(with(given, "none")));
    out.println("small talk: " + outcomes(with(given, "smalltalk")));
    double[] times = given.stream().mapToDouble(Given::milliseconds).sorted().toArray();
    if (times.length > 0) {
      out.printf(
          Locale.ROOT,
          "time: median %.2f ms, p95 %.2f ms%n",
          times[times.length / 2],
          times[(int) (times.length * 0.95)]);
    }
  }

  private static String styleOf(Asked asked) {
    return asked.language().code() + "/" + (asked.style().isEmpty() ? "any" : asked.style());
  }

  private List<Given> covered(List<Given> given) {
    return given.stream().filter(each -> each.asked().isInScope() && hasArticle(each)).toList();
  }

  private List<Given> uncovered(List<Given> given) {
    return given.stream().filter(each -> each.asked().isInScope() && !hasArticle(each)).toList();
  }

  private boolean hasArticle(Given given) {
    return given.asked().gold().stream()
        .filter(Slug::isSlug)
        .anyMatch(
            slug ->
                knowledge.passage(new Slug(slug), Language.CS, Aspect.GENERAL).isPresent());
  }

  private static List<Given> with(List<Given> given, String gold) {
    return given.stream().filter(each -> each.asked().gold().contains(gold)).toList();
  }

  private static Figures figures(List<Given> given) {
    return new Figures(
        given.size(),
        share(given, each -> each.rightWithin(1)),
        share(given, each -> each.rightWithin(3)),
        share(given, each -> each.isOutright() && each.rightWithin(1)),
        share(given, each -> each.isOutright() && !each.rightWithin(1)),
        share(given, each -> each.rightWithin(each.answer().shown())));
  }

  private static double share(List<Given> given, Predicate<Given> condition) {
    return given.isEmpty()
        ? 0
        : (double) given.stream().filter(condition).count() / given.size();
  }

  private static String outcomes(List<Given> given) {
    Map<String, Long> counts =
        given.stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.answer().getClass().getSimpleName(),
                    TreeMap::new,
                    Collectors.counting()));
    return "n=" + given.size() + " " + counts;
  }

  private static String withoutDiacritics(String text) {
    return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
  }
}
