package cz.okenko.connectors.messenger;

import cz.okenko.connectors.Choice;
import cz.okenko.connectors.OutboundMessage;
import cz.okenko.connectors.OutboundMessage.Speaker;
import cz.okenko.connectors.messenger.Wire.Content;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Draws a message of ours within the platform's limits.
///
/// Choices become quick replies, which go away once one is tapped; beside a finished answer with
/// few choices they become buttons, which stay, so that "talk to a person" is there later as well.
final class Rendering {
  /// Characters of one message (FB-14). Source: "Supported features", Chatwoot documentation.
  static final int LONGEST_TEXT = 2_000;

  /// Characters beside buttons, and buttons (FB-14).
  /// Source: send-messages/template/button, Messenger Platform documentation.
  static final int LONGEST_BUTTON_TEXT = 640;

  static final int MOST_BUTTONS = 3;

  /// Quick replies, and characters of a title; a longer one would be cut by the platform (FB-13).
  /// Source: send-messages/quick-replies, 2026-04-22.
  static final int MOST_REPLIES = 13;

  static final int LONGEST_TITLE = 20;

  private final PlainText plainText;

  Rendering(URI publicUrl) {
    this.plainText = new PlainText(publicUrl);
  }

  /// The words in their order, none when there is nothing to say; files come after them and are counted.
  List<Content> pieces(OutboundMessage message, Head head) {
    String text = plainText.of(message.text());
    List<String> labels = message.choices().stream().map(choice -> choice.label().strip()).toList();
    if (text.isEmpty()) {
      return List.of();
    }
    boolean listed =
        labels.size() > MOST_REPLIES
            || labels.stream().anyMatch(label -> label.length() > LONGEST_TITLE);
    List<String> lines = listed ? numbered(labels) : labels;
    String whole =
        words(head, message) + text + (listed ? "\n\n" + String.join("\n", lines) : "");
    List<String> pieces = PlainText.pieces(whole, LONGEST_TEXT);
    List<String> titles = lines.stream().limit(MOST_REPLIES).map(Rendering::title).toList();
    return !listed && asButtons(text, pieces, titles)
        ? List.of(buttons(message, head, pieces.getFirst(), titles))
        : texts(message, head, pieces, titles);
  }

  private static String words(Head head, OutboundMessage message) {
    return switch (head) {
      case NONE -> "";
      case MACHINE -> Words.MACHINE.in(message.language()) + "\n\n";
      case NAME ->
          message.speaker() instanceof Speaker.Clerk(String name, String agenda)
              ? name + (agenda.isEmpty() ? "" : ", " + agenda) + ":\n\n"
              : "";
    };
  }

  /// A title that still reads as words; whatever was cut stands in the text beside its number.
  static String title(String label) {
    if (label.length() <= LONGEST_TITLE) {
      return label;
    }
    int space = label.lastIndexOf(' ', LONGEST_TITLE - 1);
    int end = space > LONGEST_TITLE / 2 ? space : LONGEST_TITLE - 1;
    int whole = Character.isHighSurrogate(label.charAt(end - 1)) ? end - 1 : end;
    return label.substring(0, whole).strip() + "…";
  }

  private static List<String> numbered(List<String> labels) {
    return IntStream.range(0, labels.size())
        .mapToObj(i -> (i + 1) + ". " + labels.get(i))
        .toList();
  }

  /// A link would be dead text in a template; a question wants one answer now.
  private static boolean asButtons(String text, List<String> pieces, List<String> titles) {
    return !titles.isEmpty()
        && titles.size() <= MOST_BUTTONS
        && pieces.size() == 1
        && pieces.getFirst().length() <= LONGEST_BUTTON_TEXT
        && !text.contains("://")
        && !text.endsWith("?")
        && !text.endsWith(":");
  }

  private static Content buttons(
      OutboundMessage message, Head head, String text, List<String> titles) {
    int files = message.enclosures().size();
    List<Wire.Button> buttons =
        IntStream.range(0, titles.size())
            .mapToObj(i -> new Wire.Button("postback", titles.get(i), Choice.key(message.id(), i)))
            .toList();
    var template = new Wire.Template("button", text, buttons);
    return new Wire.Buttons(
        new Wire.Attached("template", template), new Metadata(message.id(), 0, 1 + files, head).text());
  }

  private static List<Content> texts(
      OutboundMessage message, Head head, List<String> pieces, List<String> titles) {
    List<Wire.QuickReply> replies =
        IntStream.range(0, titles.size())
            .mapToObj(i -> new Wire.QuickReply("text", titles.get(i), Choice.key(message.id(), i)))
            .toList();
    int files = message.enclosures().size();
    var contents = new ArrayList<Content>();
    for (int i = 0; i < pieces.size(); i++) {
      boolean last = i == pieces.size() - 1;
      var metadata = new Metadata(message.id(), i, pieces.size() + files, head);
      contents.add(
          new Wire.Text(pieces.get(i), last ? replies : List.of(), metadata.text()));
    }
    return contents;
  }
}
