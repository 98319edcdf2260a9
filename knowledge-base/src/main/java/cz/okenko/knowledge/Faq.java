package cz.okenko.knowledge;

import java.net.URI;

/// A question an office is asked again and again, with its answer as Markdown or plain text. It
/// needs no phrases. `url` is the page it comes from, empty (`URI.create("")`) when there is none;
/// `agenda` may be empty.
public record Faq(
    Slug slug, String question, String answer, URI url, Language language, String agenda)
    implements Article {

  public Faq {
    question = question.strip().replaceAll("\\s+", " ");
    answer = answer.strip();
    if (question.isEmpty() || answer.isEmpty()) {
      throw new IllegalArgumentException(slug + " has no question or no answer");
    }
  }

  /// A Czech question without a page and an agenda.
  public static Faq of(Slug slug, String question, String answer) {
    return new Faq(slug, question, answer, URI.create(""), Language.CS, "");
  }

  @Override
  public String title() {
    return question;
  }
}
