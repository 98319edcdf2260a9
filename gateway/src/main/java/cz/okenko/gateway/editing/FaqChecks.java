package cz.okenko.gateway.editing;

import cz.okenko.knowledge.Faq;
import cz.okenko.knowledge.Language;
import cz.okenko.knowledge.Slug;
import cz.okenko.knowledge.text.Folding;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Makes questions of rows, and says of each row it cannot take why.
final class FaqChecks {
  private static final int LONGEST_QUESTION = 500;
  private static final int LONGEST_ANSWER = 20_000;
  private static final int LONGEST_MADE_ID = 60;
  private static final Pattern NOT_IN_IDS = Pattern.compile("[^a-z0-9]+");

  private final List<Entry> entries = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private final Map<String, Integer> lines = new HashMap<>();

  private FaqChecks() {}

  /// A question that may be published, and the line it stands on.
  record Entry(int line, Faq faq) {}

  /// What came of the rows; together as many as there were.
  record Checked(List<Entry> entries, List<Refusal> refusals) {
    Checked {
      entries = List.copyOf(entries);
      refusals = List.copyOf(refusals);
    }
  }

  static Checked of(List<FaqRow> rows) {
    var checks = new FaqChecks();
    rows.forEach(checks::row);
    return new Checked(checks.entries, checks.refusals);
  }

  private void row(FaqRow row) {
    String question = PlainMarkdown.line(row.question());
    String answer = PlainMarkdown.of(row.answer());
    String id = row.id().isEmpty() ? madeOf(question) : row.id();
    String fault = fault(row, question, answer, id);
    if (!fault.isEmpty()) {
      refusals.add(new Refusal(row.line(), fault));
      return;
    }
    Integer before = lines.putIfAbsent(id.toLowerCase(Locale.ROOT), row.line());
    if (before != null) {
      refusals.add(
          new Refusal(row.line(), "id “" + id + "” stands on line " + before + " already"));
      return;
    }
    entries.add(
        new Entry(
            row.line(),
            new Faq(
                new Slug(id), question, answer, URI.create(row.url()), language(row), "")));
  }

  private static String fault(FaqRow row, String question, String answer, String id) {
    if (question.isEmpty()) {
      return "has no question";
    }
    if (answer.isEmpty()) {
      return "has no answer";
    }
    if (question.length() > LONGEST_QUESTION) {
      return "the question is longer than " + LONGEST_QUESTION + " characters";
    }
    if (answer.length() > LONGEST_ANSWER) {
      return "the answer is longer than 20,000 characters";
    }
    if (id.isEmpty()) {
      return "has no id, and none can be made from the question";
    }
    if (!Slug.isSlug(id)) {
      return "id “" + shortened(id) + "” may have letters without diacritics, digits and single"
          + " dashes between them, up to 100";
    }
    if (!row.url().isEmpty() && !isPage(row.url())) {
      return "“" + shortened(row.url()) + "” is not the address of a web page";
    }
    if (!row.language().isEmpty() && Language.of(code(row.language())).isEmpty()) {
      return "lang “" + shortened(row.language()) + "” is none of cs, en, uk, de";
    }
    return "";
  }

  private static boolean isPage(String url) {
    String scheme = url.toLowerCase(Locale.ROOT);
    return (scheme.startsWith("https://") || scheme.startsWith("http://"))
        && PlainMarkdown.isHarmless(url);
  }

  private static Language language(FaqRow row) {
    return Language.of(code(row.language())).orElse(Language.CS);
  }

  /// Slovak is answered as Czech, and lists often write the country instead of the language.
  private static String code(String written) {
    String code = Folding.fold(written).strip().split("[-_]", 2)[0];
    return switch (code) {
      case "cz", "sk", "cesky", "cestina", "slovensky" -> "cs";
      case "ua", "ukrajinsky" -> "uk";
      case "anglicky" -> "en";
      case "nemecky" -> "de";
      default -> code;
    };
  }

  /// An id made from the words of the question: the same question always gets the same one.
  static String madeOf(String question) {
    var id = new StringBuilder();
    for (String word : Folding.words(question)) {
      String latin = NOT_IN_IDS.matcher(word).replaceAll("");
      if (!latin.isEmpty() && id.length() + latin.length() < LONGEST_MADE_ID) {
        id.append(id.isEmpty() ? "" : "-").append(latin);
      }
    }
    return id.toString();
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
