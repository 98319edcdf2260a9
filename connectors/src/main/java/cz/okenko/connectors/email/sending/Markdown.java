package cz.okenko.connectors.email.sending;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The small Markdown of our messages: paragraphs, lists, bold and links. Everything else stays the
/// text it is.
final class Markdown {
  private static final Pattern BULLET = Pattern.compile("\\s{0,3}[-*]\\s+(.*)");
  private static final Pattern NUMBERED = Pattern.compile("\\s{0,3}(\\d{1,3})[.)]\\s+(.*)");
  private static final Pattern INLINE =
      Pattern.compile(
          "\\*\\*(?=\\S)([^*\\n]+?)\\*\\*|\\[([^\\[\\]\\n]{1,300})\\]\\(([^()\\s]{1,2000})\\)"
              + "|(https?://[^\\s<>\"()]{1,2000}[^\\s<>\"().,;:!?])");
  private static final Pattern ADDRESS = Pattern.compile("(https?://|mailto:|tel:)\\S+");

  private Markdown() {}

  /// A piece that stands on its own.
  sealed interface Block {

    record Paragraph(String text) implements Block {}

    record Items(boolean ordered, List<String> items) implements Block {
      public Items {
        items = List.copyOf(items);
      }
    }
  }

  /// How bold words and links are written.
  interface Style {
    String words(String text);

    String bold(String text);

    String link(String label, String address);
  }

  static List<Block> blocks(String markdown) {
    Cutter cutter = new Cutter();
    markdown.replace("\r\n", "\n").lines().forEach(cutter::add);
    cutter.end();
    return cutter.blocks;
  }

  /// Gathers lines until a block ends.
  private static final class Cutter {
    private final List<Block> blocks = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final List<String> items = new ArrayList<>();
    private boolean ordered;

    void add(String line) {
      Matcher bullet = BULLET.matcher(line);
      Matcher number = NUMBERED.matcher(line);
      if (line.isBlank()) {
        end();
      } else if (bullet.matches()) {
        item(bullet.group(1), false);
      } else if (number.matches()) {
        item(number.group(2), true);
      } else if (!items.isEmpty() && line.startsWith("  ")) {
        items.add(items.removeLast() + " " + line.strip());
      } else {
        endItems();
        lines.add(line.strip());
      }
    }

    private void item(String text, boolean numbered) {
      endLines();
      if (numbered != ordered) {
        endItems();
      }
      ordered = numbered;
      items.add(text);
    }

    void end() {
      endLines();
      endItems();
    }

    private void endLines() {
      if (!lines.isEmpty()) {
        blocks.add(new Block.Paragraph(String.join("\n", lines)));
        lines.clear();
      }
    }

    private void endItems() {
      if (!items.isEmpty()) {
        blocks.add(new Block.Items(ordered, items));
        items.clear();
      }
    }
  }

  /// One text with its bold words and links in a style.
  static String inline(String text, Style style) {
    StringBuilder out = new StringBuilder();
    Matcher part = INLINE.matcher(text);
    int end = 0;
    while (part.find()) {
      out.append(style.words(text.substring(end, part.start())));
      out.append(part(part, style));
      end = part.end();
    }
    return out.append(style.words(text.substring(end))).toString();
  }

  private static String part(Matcher part, Style style) {
    if (part.group(1) != null) {
      return style.bold(part.group(1));
    }
    if (part.group(4) != null) {
      return style.link(part.group(4), part.group(4));
    }
    String address = part.group(3);
    return ADDRESS.matcher(address).matches()
        ? style.link(part.group(2), address)
        : style.words(part.group());
  }

  /// Each block in its words, joined by empty lines.
  static String joined(List<Block> blocks, Function<Block, String> words) {
    return String.join("\n\n", blocks.stream().map(words).toList());
  }
}
