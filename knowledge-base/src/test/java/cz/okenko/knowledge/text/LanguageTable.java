package cz.okenko.knowledge.text;

import cz.okenko.knowledge.ContentSource;
import cz.okenko.knowledge.Language;
import cz.okenko.knowledge.content.ContentFiles;
import cz.okenko.knowledge.content.ContentReader;
import cz.okenko.knowledge.content.ContentSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Counts the table of [LanguageDetection] anew: run it with the file to write and texts of one
/// language each (`cs=FILE`, one a line) that join those of the shipped articles.
final class LanguageTable {

  private static final List<Language> LATIN = List.of(Language.CS, Language.EN, Language.DE);
  private static final int SELDOM = 60;
  private static final double TELLING = 2.4;
  private static final double SMOOTHED = 0.5;
  private static final double MOST = 4;

  private final Map<Language, Map<String, Integer>> counts = new EnumMap<>(Language.class);

  public static void main(String[] arguments) throws IOException {
    var table = new LanguageTable();
    table.countArticles();
    for (int i = 1; i < arguments.length; i++) {
      String[] given = arguments[i].split("=", 2);
      Language language = Language.of(given[0]).orElseThrow();
      Files.readAllLines(Path.of(given[1])).forEach(line -> table.count(language, line));
    }
    Files.write(Path.of(arguments[0]), table.lines());
  }

  private void countArticles() {
    ContentSet content =
        ContentReader.read(ContentFiles.of(new ContentSource.Shipped()), Set.of());
    for (ContentSet.ArticleText text : content.articles()) {
      count(Language.CS, text.article().title());
      text.article().phrases().forEach(phrase -> count(Language.CS, phrase));
      text.article().sections().values().forEach(section -> count(Language.CS, section));
    }
  }

  private void count(Language language, String text) {
    Set<String> spellings = new TreeSet<>(List.of(text, Folding.fold(text)));
    for (String spelling : spellings) {
      for (String word : LanguageDetection.words(spelling.replaceAll("\\{[^}]*}", " "))) {
        LanguageDetection.eachPiece(
            word,
            (bounded, start, end) ->
                of(language).merge(bounded.substring(start, end), 1, Integer::sum));
      }
    }
  }

  private Map<String, Integer> of(Language language) {
    return counts.computeIfAbsent(language, any -> new HashMap<>());
  }

  private List<String> lines() {
    Map<String, Integer> all = new TreeMap<>();
    counts.values().forEach(one -> one.forEach((piece, n) -> all.merge(piece, n, Integer::sum)));
    all.values().removeIf(n -> n < SELDOM);
    List<String> lines = new ArrayList<>();
    for (String piece : all.keySet()) {
      double[] logs =
          LATIN.stream().mapToDouble(language -> log(piece, language, all.size())).toArray();
      double mean = (logs[0] + logs[1] + logs[2]) / logs.length;
      StringBuilder line = new StringBuilder(piece);
      double least = MOST;
      double most = -MOST;
      for (double log : logs) {
        double weight = Math.max(-MOST, Math.min(MOST, log - mean));
        least = Math.min(least, weight);
        most = Math.max(most, weight);
        line.append('\t').append(Math.round(weight * 10));
      }
      if (most - least >= TELLING) {
        lines.add(line.toString());
      }
    }
    return lines;
  }

  private double log(String piece, Language language, int pieces) {
    Map<String, Integer> one = of(language);
    int total = one.values().stream().mapToInt(Integer::intValue).sum();
    return Math.log((one.getOrDefault(piece, 0) + SMOOTHED) / (total + SMOOTHED * pieces));
  }
}
