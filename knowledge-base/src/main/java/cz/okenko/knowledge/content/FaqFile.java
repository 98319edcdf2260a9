package cz.okenko.knowledge.content;

import cz.okenko.knowledge.Faq;
import cz.okenko.knowledge.Language;
import cz.okenko.knowledge.Slug;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A question with its answer as a file: keys between two lines of `---`, then the answer.
public final class FaqFile {

  private static final Set<String> KEYS = Set.of("slug", "question", "language", "agenda", "url");

  private FaqFile() {}

  /// The text that [#read] makes the same question of again.
  public static String write(Faq faq) {
    StringBuilder text = new StringBuilder("---\n");
    line(text, "slug", faq.slug().value());
    line(text, "question", faq.question());
    line(text, "language", faq.language().code());
    line(text, "agenda", faq.agenda());
    line(text, "url", faq.url().toString());
    return text.append("---\n").append(faq.answer()).append('\n').toString();
  }

  private static void line(StringBuilder text, String key, String value) {
    if (!value.isEmpty()) {
      text.append(key).append(": ").append(YamlText.quoted(value)).append('\n');
    }
  }

  /// Reads a file; null, after reporting why, when it is no question with an answer.
  static @Nullable Faq read(String name, String source, Faults faults) {
    FrontMatter file = FrontMatter.read(name, source, faults);
    if (file == null) {
      return null;
    }
    YamlMap head = file.keys();
    head.refuseOthersThan(KEYS);
    String slug = head.text("slug");
    String question = head.text("question");
    String answer = String.join("\n", file.lines().subList(file.body(), file.lines().size()));
    if (!Slug.isSlug(slug)) {
      faults.add(name, head.line("slug"), "not a slug: " + slug);
      return null;
    }
    if (!name.endsWith("/" + slug + ".md")) {
      faults.add(name, head.line("slug"), "slug " + slug + " differs from the file name");
    }
    if (answer.isBlank()) {
      faults.add(name, 0, "there is no answer");
    }
    if (question.isBlank() || answer.isBlank()) {
      return null;
    }
    return new Faq(
        new Slug(slug), question, answer, url(head), language(head), head.optionalText("agenda"));
  }

  private static Language language(YamlMap head) {
    String code = head.optionalText("language");
    return Language.of(code.isEmpty() ? "cs" : code)
        .orElseGet(
            () -> {
              head.refuse("language", "unknown language " + code);
              return Language.CS;
            });
  }

  /// An office's own page need not be encrypted.
  private static URI url(YamlMap head) {
    String text = head.optionalText("url");
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      head.refuse("url", "url is not an address: " + text);
      return URI.create("");
    }
  }
}
