package cz.okenko.connectors.email.sending;

import cz.okenko.connectors.email.sending.Markdown.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A [Page] as plain text.
final class PlainText implements Markdown.Style {
  private PlainText() {}

  static String of(Page page) {
    List<String> pieces = new ArrayList<>();
    pieces.add(Markdown.joined(Markdown.blocks(page.markdown()), PlainText::block));
    page.howToPick().ifPresent(how -> pieces.add(choices(page) + "\n\n" + how));
    String end = page.phrases().wayOn() + ":\n" + page.wayOn();
    pieces.add("-- \n" + (page.speaker().isEmpty() ? "" : page.speaker() + "\n") + page.office());
    pieces.add(end);
    return String.join("\n\n", pieces) + "\n";
  }

  private static String choices(Page page) {
    return IntStream.range(0, page.choices().size())
        .mapToObj(i -> (i + 1) + ". " + page.choices().get(i).label())
        .collect(Collectors.joining("\n"));
  }

  private static String block(Block block) {
    return switch (block) {
      case Block.Paragraph paragraph -> Markdown.inline(paragraph.text(), new PlainText());
      case Block.Items items ->
          IntStream.range(0, items.items().size())
              .mapToObj(
                  i ->
                      (items.ordered() ? (i + 1) + ". " : "- ")
                          + Markdown.inline(items.items().get(i), new PlainText()))
              .collect(Collectors.joining("\n"));
    };
  }

  @Override
  public String words(String text) {
    return text;
  }

  @Override
  public String bold(String text) {
    return text;
  }

  @Override
  public String link(String label, String address) {
    return label.equals(address) ? address : label + ": " + address;
  }
}
