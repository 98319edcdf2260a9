package cz.okenko.benchmark;

import cz.okenko.gateway.store.Store;
import cz.okenko.knowledge.ContentSource;
import cz.okenko.knowledge.Draft;
import cz.okenko.knowledge.Faq;
import cz.okenko.knowledge.KnowledgeBase;
import cz.okenko.knowledge.KnowledgeSettings;
import cz.okenko.knowledge.Language;
import cz.okenko.knowledge.Question;
import cz.okenko.knowledge.Slug;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// What answering and publishing cost the knowledge base itself: with the shipped articles in four
/// languages, and with ten thousand questions an office brought along. Runs in this process.
final class ArticlesBenchmark {
  private static final int MANY = 10_000;
  private static final int WORDS = 6_000;
  private static final int WARM_UP = 4_000;
  private static final int ASKED = 10_000;
  private static final long SEED = 2026;
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final Path folder;
  private final PrintStream out;

  ArticlesBenchmark(Path folder, PrintStream out) {
    this.folder = folder;
    this.out = out;
  }

  void run() throws IOException {
    shipped();
    many();
  }

  private void shipped() throws IOException {
    Path place = Files.createDirectories(folder.resolve("shipped"));
    try (Store store = Store.open(place.resolve("okenko.db"));
        KnowledgeBase knowledge = open(store, place, new ContentSource.Shipped())) {
      List<String> questions = Questions.all().stream().map(Questions.Question::text).toList();
      answers("144 situations in four languages", knowledge, questions);
      long start = System.nanoTime();
      Slug slug = new Slug("kluziste-a-bruslici");
      String asked = "kde si půjčím brusle na kluziště u radnice";
      knowledge.publishAll(
          List.of(
              new Draft.FaqEntry(
                  Faq.of(slug, "Kde si půjčím brusle na kluziště?", "V šatně u radnice."))));
      boolean found = first(knowledge, asked).equals(slug.value());
      out.printf(Locale.ROOT, "publishing beside them: %.3f s, found %s%n", since(start), found);
      long end = System.nanoTime() + LONGEST.toNanos();
      while (!knowledge.isLearned() && System.nanoTime() < end) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      }
      out.printf(
          Locale.ROOT,
          "learned from it after: %.1f s, learned %s%n",
          since(start),
          knowledge.isLearned());
    }
  }

  private void many() throws IOException {
    Path place = Files.createDirectories(folder.resolve("many"));
    Random random = new Random(SEED);
    List<String> words = Stream.generate(() -> word(random)).distinct().limit(WORDS).toList();
    List<Draft> drafts = new ArrayList<>();
    List<String> questions = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      String question = "Kde vyřídím " + some(words, 4, random) + "?";
      drafts.add(
          new Draft.FaqEntry(
              Faq.of(new Slug("otazka-" + i), question, some(words, 60, random) + ".")));
      questions.add(question.replace("Kde vyřídím", "prosím vás jak je to s"));
    }
    try (Store store = Store.open(place.resolve("okenko.db"))) {
      try (KnowledgeBase knowledge = open(store, place, new ContentSource.None())) {
        long start = System.nanoTime();
        knowledge.publishAll(drafts);
        out.printf(Locale.ROOT, "publishing %d questions at once: %.1f s%n", MANY, since(start));
        answers(MANY + " questions", knowledge, questions);
        start = System.nanoTime();
        knowledge.publishAll(drafts.subList(0, 1));
        knowledge.publishAll(
            List.of(new Draft.FaqEntry(Faq.of(new Slug("kluziste"), "Kde bruslit?", "Zde."))));
        out.printf(Locale.ROOT, "publishing one beside them: %.3f s%n", since(start));
      }
      delete(place.resolve("index"));
      long start = System.nanoTime();
      try (KnowledgeBase knowledge = open(store, place, new ContentSource.None())) {
        out.printf(
            Locale.ROOT,
            "opening with the index deleted: %.1f s, %d articles%n",
            since(start),
            knowledge.titles(Language.CS).size());
      }
    }
  }

  private void answers(String what, KnowledgeBase knowledge, List<String> questions) {
    for (int i = 0; i < WARM_UP; i++) {
      knowledge.answer(question(questions, i));
    }
    long[] nanos = new long[ASKED];
    int found = 0;
    for (int i = 0; i < ASKED; i++) {
      long start = System.nanoTime();
      found += knowledge.answer(question(questions, i)).candidates().isEmpty() ? 0 : 1;
      nanos[i] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    out.printf(
        Locale.ROOT,
        "an answer, %s: median %.2f ms, p95 %.2f ms, p99 %.2f ms; %d of %d with a candidate%n",
        what,
        nanos[ASKED / 2] / 1e6,
        nanos[ASKED * 95 / 100] / 1e6,
        nanos[ASKED * 99 / 100] / 1e6,
        found,
        ASKED);
  }

  private static Question question(List<String> questions, int number) {
    return Question.fresh(questions.get(number % questions.size()), Language.CS);
  }

  private static KnowledgeBase open(Store store, Path place, ContentSource content) {
    return KnowledgeBase.open(
        new KnowledgeSettings(content, place.resolve("index"), List.of()),
        store,
        InstantSource.system());
  }

  private static String first(KnowledgeBase knowledge, String text) {
    return knowledge
        .answer(Question.fresh(text, Language.CS))
        .candidates()
        .getFirst()
        .slug()
        .value();
  }

  private static String some(List<String> words, int count, Random random) {
    return String.join(
        " ",
        Stream.generate(() -> words.get(random.nextInt(words.size()))).limit(count).toList());
  }

  /// Syllables as Czech has them.
  private static String word(Random random) {
    var word = new StringBuilder();
    for (int i = 2 + random.nextInt(3); i > 0; i--) {
      word.append("bcdhjklmnprstvz".charAt(random.nextInt(15)));
      word.append("aeiou".charAt(random.nextInt(5)));
    }
    return word.append("nkltr".charAt(random.nextInt(5))).toString();
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
