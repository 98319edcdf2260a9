package cz.okenko.connectors.email.sending;

import cz.okenko.connectors.Choice;
import cz.okenko.connectors.email.sending.Markdown.Block;
import java.util.stream.Collectors;

/// A [Page] as simple HTML: one column, no pictures, nothing loaded from anywhere.
final class Html implements Markdown.Style {
  private static final String TEXT =
      "font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5;color:#1a1a1a";

  private Html() {}

  static String of(Page page) {
    String colour = page.colour().matches("#[0-9a-fA-F]{6}") ? page.colour() : "#1a1a1a";
    String choices =
        page.howToPick()
            .map(how -> list(page) + "<p>" + escaped(how) + "</p>\n")
            .orElse("");
    return "<!DOCTYPE html>\n<html lang=\"" + escaped(page.language()) + "\">\n"
        + "<head><meta charset=\"utf-8\"><title>" + escaped(page.office()) + "</title></head>\n"
        + "<body style=\"margin:0;padding:16px;" + TEXT + "\">\n"
        + "<div style=\"max-width:600px\">\n"
        + "<p style=\"margin:0 0 16px;padding:0 0 8px;border-bottom:3px solid " + colour
        + ";font-weight:bold\">" + escaped(page.office()) + "</p>\n"
        + Markdown.joined(Markdown.blocks(page.markdown()), Html::block) + "\n"
        + choices
        + "<p style=\"margin:24px 0 0;padding:8px 0 0;border-top:1px solid #767676\">"
        + (page.speaker().isEmpty() ? "" : escaped(page.speaker()) + "<br>")
        + escaped(page.office()) + "</p>\n"
        + "<p>" + new Html().link(page.phrases().wayOn(), page.wayOn()) + "</p>\n"
        + "</div>\n</body>\n</html>\n";
  }

  private static String list(Page page) {
    return page.choices().stream()
        .map(Choice::label)
        .map(label -> "<li>" + escaped(label) + "</li>")
        .collect(Collectors.joining("\n", "<ol>\n", "\n</ol>\n"));
  }

  private static String block(Block block) {
    return switch (block) {
      case Block.Paragraph paragraph ->
          "<p>" + Markdown.inline(paragraph.text(), new Html()).replace("\n", "<br>\n") + "</p>";
      case Block.Items items -> {
        String tag = items.ordered() ? "ol" : "ul";
        yield items.items().stream()
            .map(item -> "<li>" + Markdown.inline(item, new Html()) + "</li>")
            .collect(Collectors.joining("\n", "<" + tag + ">\n", "\n</" + tag + ">"));
      }
    };
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  @Override
  public String words(String text) {
    return escaped(text);
  }

  @Override
  public String bold(String text) {
    return "<strong>" + escaped(text) + "</strong>";
  }

  @Override
  public String link(String label, String address) {
    return "<a href=\"" + escaped(address) + "\">" + escaped(label) + "</a>";
  }
}
