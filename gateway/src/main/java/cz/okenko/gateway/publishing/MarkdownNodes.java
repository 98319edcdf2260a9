package cz.okenko.gateway.publishing;

import static cz.okenko.gateway.publishing.Html.at;
import static cz.okenko.gateway.publishing.Html.el;
import static cz.okenko.gateway.publishing.Html.row;
import static cz.okenko.gateway.publishing.Html.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.Parser;

/// The little Markdown of articles as elements of a page: paragraphs, lists, bold, links. HTML in it
/// stays the text it is.
final class MarkdownNodes {
  private static final Parser PARSER =
      Parser.builder().enabledBlockTypes(Set.of(ListBlock.class)).build();

  /// A number stays on one line with its thousands and its unit: "1 000 Kč".
  private static final Pattern NUMBER_SPACE = Pattern.compile("(?<=\\d) (?=\\d{3}(?!\\d)|Kč|%)");

  private MarkdownNodes() {}

  static Html.Markup of(String markdown) {
    String bound = NUMBER_SPACE.matcher(markdown).replaceAll("\u00a0");
    return children(PARSER.parse(bound), false);
  }

  private static Html.Markup children(Node parent, boolean tight) {
    List<Html.Markup> parts = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      parts.add(node(node, tight));
    }
    return row(parts);
  }

  private static Html.Markup node(Node node, boolean tight) {
    return switch (node) {
      case org.commonmark.node.Text words -> text(words.getLiteral());
      case Code code -> text(code.getLiteral());
      case HtmlInline html -> text(html.getLiteral());
      case SoftLineBreak _ -> text("\n");
      case HardLineBreak _ -> el("br");
      case Paragraph _ when tight -> children(node, false);
      case Paragraph _ -> el("p", children(node, false));
      case StrongEmphasis _ -> el("strong", children(node, false));
      case BulletList list -> el("ul", children(list, list.isTight()));
      case OrderedList list -> el("ol", children(list, list.isTight()));
      case ListItem _ -> el("li", children(node, tight));
      case Link link ->
          el(
              "a",
              at("href", link.getDestination()),
              at("rel", "noopener noreferrer"),
              children(node, false));
      default -> children(node, tight);
    };
  }
}
