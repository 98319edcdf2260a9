package cz.okenko.connectors.telegram;

import java.util.ArrayList;
import java.util.List;

/// Text with bold parts and links, as a sequence of runs. Lengths and positions are UTF-16 units,
/// as Telegram counts them ("MessageEntity", core.telegram.org/bots/api).
record Rich(List<Run> runs) {
  static final Rich EMPTY = new Rich(List.of());

  Rich {
    runs = List.copyOf(runs);
  }

  /// @param url where it leads, empty when nowhere
  record Run(String text, boolean bold, String url) {
    int entities() {
      return (bold ? 1 : 0) + (url.isEmpty() ? 0 : 1);
    }

    private String html() {
      String html = escaped(text);
      html = url.isEmpty() ? html : "<a href=\"" + escaped(url) + "\">" + html + "</a>";
      return bold ? "<b>" + html + "</b>" : html;
    }

    private String plain() {
      return url.isEmpty() || url.equals(text) ? text : text + " (" + url + ")";
    }
  }

  static Rich of(String text) {
    return text.isEmpty() ? EMPTY : new Rich(List.of(new Run(text, false, "")));
  }

  static Rich bold(String text) {
    return text.isEmpty() ? EMPTY : new Rich(List.of(new Run(text, true, "")));
  }

  Rich then(Rich next) {
    var all = new ArrayList<>(runs);
    all.addAll(next.runs);
    return new Rich(all);
  }

  /// What is read on the screen.
  String text() {
    var text = new StringBuilder();
    runs.forEach(run -> text.append(run.text));
    return text.toString();
  }

  int length() {
    return runs.stream().mapToInt(run -> run.text.length()).sum();
  }

  int entities() {
    return runs.stream().mapToInt(Run::entities).sum();
  }

  /// Whether nothing in it is not bold: a heading.
  boolean isHeading() {
    return !runs.isEmpty() && runs.stream().allMatch(run -> run.bold);
  }

  /// The part between two positions; a run that is cut keeps its form on both sides.
  Rich part(int from, int to) {
    var parts = new ArrayList<Run>();
    int start = 0;
    for (Run run : runs) {
      int begin = Math.max(from, start);
      int end = Math.min(to, start + run.text.length());
      if (begin < end) {
        parts.add(new Run(run.text.substring(begin - start, end - start), run.bold, run.url));
      }
      start += run.text.length();
    }
    return new Rich(parts);
  }

  /// Telegram's HTML: only `&`, `<`, `>` and the quote are special in it (TG-07).
  String html() {
    var html = new StringBuilder();
    runs.forEach(run -> html.append(run.html()));
    return html.toString();
  }

  /// Without any form, each address behind its words.
  String plain() {
    var plain = new StringBuilder();
    runs.forEach(run -> plain.append(run.plain()));
    return plain.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
