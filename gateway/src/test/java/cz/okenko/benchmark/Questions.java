package cz.okenko.benchmark;

import cz.okenko.knowledge.ContentSource;
import cz.okenko.knowledge.content.ContentFiles;
import cz.okenko.knowledge.content.ContentReader;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// What is asked: the phrases of the articles, as citizens would type them, and the article that
/// must come. Only those that both servers answer with it, so that neither gains by a wrong answer.
final class Questions {
  private static final long SEED = 2026;

  private Questions() {}

  record Question(String text, String slug) {
    /// The text as a JSON string.
    String json() {
      return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    String asked() {
      return "/api/answer?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    String member() {
      return "\"slug\":\"" + slug + '"';
    }
  }

  /// All phrases, in an order that is the same every time.
  static List<Question> all() {
    var all = new ArrayList<Question>();
    for (var text : ContentReader.read(ContentFiles.of(new ContentSource.Shipped()), Set.of()).articles()) {
      text.article()
          .phrases()
          .forEach(phrase -> all.add(new Question(phrase, text.article().slug().value())));
    }
    Collections.shuffle(all, new Random(SEED));
    return all;
  }

  static List<Question> answeredByBoth(int product, int bare) throws IOException {
    var both = new ArrayList<Question>();
    try (var gateway = new Line(product);
        var limit = new Line(bare)) {
      for (Question question : all()) {
        String found = gateway.get(question.asked()).body();
        String best = limit.post("/ask", "", "{\"text\":" + question.json() + "}").body();
        if (found.contains("\"outcome\":\"found\"")
            && found.substring(found.indexOf("\"answer\":")).contains(question.member())
            && best.contains(question.member())) {
          both.add(question);
        }
      }
    }
    return both;
  }
}
