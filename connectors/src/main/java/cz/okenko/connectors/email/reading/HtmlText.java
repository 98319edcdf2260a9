package cz.okenko.connectors.email.reading;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// The words of an HTML mail. Nothing is loaded, nothing runs, nothing of the markup is left; what
/// stands in a quotation begins with `> ` as in a plain mail.
final class HtmlText implements NodeVisitor {
  /// Longer HTML is cut: its words alone would be far more than anybody reads.
  private static final int LONGEST = 2_000_000;

  private static final Set<String> BLOCKS =
      Set.of(
          "p", "div", "br", "tr", "li", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6",
          "blockquote", "pre", "hr", "section", "article", "header", "footer", "dt", "dd",
          "address");
  private static final Set<String> PARAGRAPHS =
      Set.of("p", "ul", "ol", "table", "h1", "h2", "h3", "blockquote", "pre");
  private static final Set<String> SILENT = Set.of("script", "style", "head", "title", "template");

  private final StringBuilder out = new StringBuilder();
  private int silent;
  private int quotes;

  private HtmlText() {}

  static String of(String html) {
    HtmlText text = new HtmlText();
    Jsoup.parse(html.length() > LONGEST ? html.substring(0, LONGEST) : html).traverse(text);
    return text.out.toString().replace('\u00a0', ' ').replaceAll("\n{3,}", "\n\n").strip();
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode text && silent == 0) {
      words(text);
    } else if (node instanceof Element element) {
      String name = element.normalName();
      silent += SILENT.contains(name) ? 1 : 0;
      if (BLOCKS.contains(name)) {
        newLine(PARAGRAPHS.contains(name) || (name.equals("br") && endsLine()));
      }
      quotes += name.equals("blockquote") ? 1 : 0;
      if (silent == 0 && name.equals("li")) {
        append("- ");
      } else if (silent == 0 && (name.equals("td") || name.equals("th")) && !endsLine()) {
        append(" ");
      }
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      String name = element.normalName();
      silent -= SILENT.contains(name) ? 1 : 0;
      quotes -= name.equals("blockquote") ? 1 : 0;
      if (name.equals("a") && silent == 0) {
        link(element);
      }
      if (BLOCKS.contains(name) && !name.equals("br")) {
        newLine(PARAGRAPHS.contains(name));
      }
    }
  }

  private void words(TextNode text) {
    Node parent = text.parent();
    boolean pre = parent != null && parent.nameIs("pre");
    if (pre) {
      text.getWholeText().lines().forEach(line -> {
        append(line);
        newLine(false);
      });
      return;
    }
    String words = text.getWholeText().replaceAll("[ \\t\\r\\n\\f]+", " ");
    append(endsLine() ? words.stripLeading() : words);
  }

  /// The address of a link, unless its words say it.
  private void link(Element element) {
    String address = element.attr("href").strip();
    boolean web = address.startsWith("http://") || address.startsWith("https://");
    String bare = address.replaceFirst("^https?://", "").replaceFirst("/$", "");
    if (web && address.length() <= 500 && !element.text().contains(bare)) {
      append(" (" + address + ")");
    }
  }

  private void append(String words) {
    if (words.isEmpty()) {
      return;
    }
    if (quotes > 0 && endsLine()) {
      out.append(">".repeat(Math.min(quotes, 5))).append(' ');
    }
    out.append(words);
  }

  private boolean endsLine() {
    return out.isEmpty() || out.charAt(out.length() - 1) == '\n';
  }

  private boolean endsParagraph() {
    return out.length() > 1 && endsLine() && out.charAt(out.length() - 2) == '\n';
  }

  private void newLine(boolean paragraph) {
    if (!endsLine()) {
      out.append('\n');
    }
    if (paragraph && !out.isEmpty() && !endsParagraph()) {
      out.append('\n');
    }
  }
}
