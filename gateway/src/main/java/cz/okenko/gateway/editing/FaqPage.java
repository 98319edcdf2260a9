package cz.okenko.gateway.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/// Reads the questions of a web page as towns have them: headings, terms of a list, summaries that
/// unfold, or bold lines, each ending with a question mark. What follows up to the next question or
/// a heading above it is the answer.
final class FaqPage {
  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
  private static final Set<String> SKIPPED =
      Set.of("script", "style", "noscript", "template", "nav", "footer", "head", "iframe", "svg");
  private static final int BELOW_HEADINGS = 7;
  private static final int LONGEST_QUESTION = 300;

  private final List<FaqRow> rows = new ArrayList<>();
  private final String url;
  private String question = "";
  private int line;
  private int level = BELOW_HEADINGS;
  private Element answer = new Element("div");

  private FaqPage(String url) {
    this.url = url;
  }

  static List<FaqRow> rows(String html) {
    Document document = Jsoup.parse(html, Parser.htmlParser().setTrackPosition(true));
    Element canonical = document.selectFirst("link[rel=canonical]");
    String url = canonical == null ? "" : canonical.attr("href").strip();
    String language = document.select("html").attr("lang").split("-", 2)[0];
    var page = new FaqPage(PlainMarkdown.isHarmless(url) ? url : "");
    page.children(document.body());
    page.finish();
    return page.rows.stream()
        .map(row -> new FaqRow(row.line(), "", row.question(), row.answer(), row.url(), language))
        .toList();
  }

  private void children(Element parent) {
    for (Node node : List.copyOf(parent.childNodes())) {
      if (node instanceof TextNode text) {
        answer.appendText(text.getWholeText());
      } else if (node instanceof Element element && !SKIPPED.contains(element.normalName())) {
        element(element);
      }
    }
  }

  private void element(Element element) {
    String name = element.normalName();
    if (HEADINGS.contains(name)) {
      heading(element, name.charAt(1) - '0');
    } else if (name.equals("dt") || name.equals("summary")) {
      term(element);
    } else if (isBoldQuestion(element)) {
      begin(element, BELOW_HEADINGS);
    } else if (name.equals("details") || name.equals("dl")) {
      children(element);
      if (level == BELOW_HEADINGS) {
        finish();
      }
    } else if (hidesQuestions(element)) {
      children(element);
      answer.appendText("\n");
    } else {
      answer.appendChild(element.clone());
    }
  }

  private void heading(Element element, int depth) {
    if (isQuestion(element)) {
      begin(element, depth);
    } else if (depth <= level) {
      finish();
    } else {
      answer.appendChild(element.clone());
    }
  }

  private void term(Element element) {
    if (isQuestion(element)) {
      begin(element, BELOW_HEADINGS);
    } else {
      finish();
    }
  }

  private void begin(Element element, int depth) {
    finish();
    question = text(element);
    line = Math.max(1, element.sourceRange().start().lineNumber());
    level = depth;
  }

  private void finish() {
    if (!question.isEmpty()) {
      rows.add(new FaqRow(line, "", question, PlainMarkdown.of(answer), url, ""));
    }
    question = "";
    level = BELOW_HEADINGS;
    answer = new Element("div");
  }

  private static boolean hidesQuestions(Element element) {
    return !element.select("h1, h2, h3, h4, h5, h6, dt, summary").isEmpty()
        || element.select("strong, b").stream().anyMatch(FaqPage::isBoldQuestion);
  }

  private static boolean isQuestion(Element element) {
    String text = text(element);
    return text.endsWith("?") && text.length() <= LONGEST_QUESTION;
  }

  /// Bold words count as a question only where a line begins with them.
  private static boolean isBoldQuestion(Element element) {
    if (!element.normalName().equals("strong") && !element.normalName().equals("b")) {
      return false;
    }
    Node before = element.previousSibling();
    while (before instanceof TextNode text && text.isBlank()) {
      before = before.previousSibling();
    }
    boolean first = before == null || (before instanceof Element e && isBreak(e));
    return first && isQuestion(element);
  }

  private static boolean isBreak(Element element) {
    return element.normalName().equals("br") || element.isBlock();
  }

  private static String text(Element element) {
    return element.text().strip();
  }
}
