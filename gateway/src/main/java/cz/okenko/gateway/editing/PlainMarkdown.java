package cz.okenko.gateway.editing;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/// Foreign text as the little Markdown that answers may use: paragraphs, lists, bold, links. Of HTML
/// only that is kept; scripts, styles, pictures and forms go, and links that lead to anything but a
/// page, a mail address or a telephone become their words.
final class PlainMarkdown {
  private static final Pattern TAG =
      Pattern.compile(
          "</?(p|br|a|ul|ol|li|strong|em|b|i|u|div|span|h[1-6]|table|tr|td|th|tbody|img|script|"
              + "style|iframe|font|section|article|details|summary|blockquote)(\\s[^<>]*)?/?>",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ENTITY =
      Pattern.compile("&(nbsp|amp|lt|gt|quot|apos|ndash|mdash|#\\d{1,6}|#x[0-9a-f]{1,6});");
  private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]\\n]+)]\\(([^()\\n]*)\\)");
  private static final Pattern UNWANTED = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");
  private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");
  private static final Set<String> DROPPED =
      Set.of(
          "script", "style", "noscript", "template", "iframe", "object", "svg", "input", "select",
          "textarea", "button", "audio", "video", "canvas", "head", "nav");
  private static final Set<String> BLOCKS =
      Set.of(
          "p", "div", "section", "article", "blockquote", "table", "dl", "dt", "dd", "figure",
          "address", "details", "summary", "main", "form", "h1", "h2", "h3", "h4", "h5", "h6");

  private final StringBuilder out = new StringBuilder();
  private int listDepth;

  private PlainMarkdown() {}

  /// A cell of a table: HTML when it has a tag of HTML, else text.
  static String of(String cell) {
    if (TAG.matcher(cell).find()) {
      return of(Jsoup.parseBodyFragment(cell).body());
    }
    String text = ENTITY.matcher(cell).find() ? Parser.unescapeEntities(cell, false) : cell;
    return finished(text);
  }

  /// An element of a page, whatever is in it.
  static String of(Element element) {
    var markdown = new PlainMarkdown();
    markdown.children(element);
    return finished(markdown.out.toString());
  }

  /// Text of one line, such as a question.
  static String line(String cell) {
    return of(cell).replaceAll("\\*\\*|^- ", "").replaceAll("\\s+", " ").strip();
  }

  /// Whether a citizen may be led to the address.
  static boolean isHarmless(String address) {
    try {
      URI uri = new URI(address);
      String scheme = uri.getScheme();
      return scheme != null
          && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))
          && uri.getUserInfo() == null
          && (uri.isOpaque() || uri.getHost() != null);
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private void children(Element element) {
    for (Node child : element.childNodes()) {
      switch (child) {
        case TextNode text -> text(text.getWholeText());
        case Element inner when !DROPPED.contains(inner.normalName()) -> element(inner);
        default -> {}
      }
    }
  }

  private void element(Element element) {
    switch (element.normalName()) {
      case "br" -> out.append('\n');
      case "strong", "b" -> bold(element);
      case "a" -> link(element);
      case "img" -> text(element.attr("alt"));
      case "ul", "ol" -> list(element);
      case "li" -> item("- ", element);
      case "td", "th" -> {
        children(element);
        out.append(" – ");
      }
      case "tr" -> row(element);
      case "h1", "h2", "h3", "h4", "h5", "h6" -> {
        paragraph();
        bold(element);
        paragraph();
      }
      default -> {
        boolean block = BLOCKS.contains(element.normalName());
        if (block) {
          paragraph();
        }
        children(element);
        if (block) {
          paragraph();
        }
      }
    }
  }

  private void text(String text) {
    String one = text.replaceAll("[\\s\\u00a0]+", " ");
    boolean fresh = out.isEmpty() || Character.isWhitespace(out.charAt(out.length() - 1));
    out.append(fresh ? one.stripLeading() : one);
  }

  private void bold(Element element) {
    String inner = inner(element);
    if (inner.isBlank()) {
      return;
    }
    boolean plain = inner.indexOf('\n') < 0 && inner.indexOf('*') < 0;
    String lead = inner.startsWith(" ") ? " " : "";
    String tail = inner.endsWith(" ") ? " " : "";
    out.append(plain ? lead + "**" + inner.strip() + "**" + tail : inner);
  }

  private void link(Element element) {
    String label = inner(element).replaceAll("[\\[\\]]", "").replaceAll("\\s+", " ");
    String address = element.attr("href").strip();
    boolean usable =
        !label.isBlank() && isHarmless(address) && !address.matches(".*[()\\s].*");
    out.append(usable ? "[" + label.strip() + "](" + address + ")" : label);
  }

  private void list(Element list) {
    boolean ordered = list.normalName().equals("ol");
    if (listDepth == 0) {
      paragraph();
    }
    listDepth++;
    int number = 0;
    for (Element child : list.children()) {
      number++;
      item(ordered && listDepth == 1 ? number + ". " : "- ", child);
    }
    listDepth--;
    if (listDepth == 0) {
      paragraph();
    }
  }

  private void item(String mark, Element item) {
    newLine();
    out.append(mark).append(inner(item).strip().replaceAll("\\n\\s*\\n", "\n").replace("\n- ", "; ")
        .replace("\n", " "));
    newLine();
  }

  private void row(Element row) {
    newLine();
    out.append(inner(row).replaceAll("( – )+$", "").strip());
    newLine();
  }

  private String inner(Element element) {
    var inner = new PlainMarkdown();
    inner.listDepth = listDepth;
    inner.children(element);
    return inner.out.toString();
  }

  private void newLine() {
    if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
      out.append('\n');
    }
  }

  private void paragraph() {
    if (!out.isEmpty()) {
      out.append("\n\n");
    }
  }

  private static String finished(String text) {
    String clean =
        UNWANTED
            .matcher(text.replace("\r\n", "\n").replace('\r', '\n').replace('\0', '\ufffd'))
            .replaceAll("")
            .replace('\u00a0', ' ')
            .replaceAll("[ \\t]+\\n", "\n")
            .replaceAll("\\n[ \\t]+(?=\\S)(?![-*] |\\d+[.)] )", "\n")
            .replaceAll("\\n{3,}", "\n\n");
    return LINK.matcher(clean).replaceAll(PlainMarkdown::checked).strip();
  }

  private static String checked(MatchResult link) {
    boolean harmless = isHarmless(link.group(2).strip());
    return Matcher.quoteReplacement(harmless ? link.group() : link.group(1));
  }
}
