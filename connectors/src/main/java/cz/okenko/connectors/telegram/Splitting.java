package cz.okenko.connectors.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts a long text into messages Telegram takes (TG-05): between sections if it can, else between
/// lines, sentences or words; never inside a link, and inside another entity only when it is longer
/// than a message.
final class Splitting {
  /// Characters in one message, counted after Telegram has read the entities.
  /// Source: "sendMessage", Bot API 10.1, 2026-06-11.
  static final int LONGEST = 4096;

  /// More entities than these lose their form (known, not seen).
  static final int MOST_ENTITIES = 100;

  private static final Rich BETWEEN = Rich.of("\n\n");
  private static final Pattern LINE = Pattern.compile("\n");
  private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?…:]) ");
  private static final Pattern WORD = Pattern.compile("[ \t]");

  private final List<Rich> pieces = new ArrayList<>();
  private final List<Rich> open = new ArrayList<>();

  private Splitting() {}

  /// The messages, each at least one character and at most [#LONGEST].
  static List<Rich> pieces(List<Rich> blocks) {
    var splitting = new Splitting();
    for (Rich block : blocks) {
      splitting.add(block);
    }
    splitting.end();
    return splitting.pieces;
  }

  private void add(Rich block) {
    if (!fits(joined(open, block))) {
      begin();
    }
    Rich rest = block;
    while (!fits(joined(open, rest))) {
      Rich before = joined(open, Rich.EMPTY);
      if (before.length() > LONGEST / 2) {
        end();
        continue;
      }
      int form = MOST_ENTITIES - before.entities();
      int cut = cut(rest, limit(rest, LONGEST - before.length(), form));
      open.add(stripped(rest.part(0, cut)));
      end();
      rest = stripped(rest.part(cut, rest.length()));
    }
    if (rest.length() > 0) {
      open.add(rest);
    }
  }

  /// Ends a message, but takes a heading at its end along to the next one.
  private void begin() {
    boolean heading = open.size() > 1 && open.getLast().isHeading();
    Rich last = heading ? open.removeLast() : Rich.EMPTY;
    end();
    if (heading) {
      open.add(last);
    }
  }

  private void end() {
    if (!open.isEmpty()) {
      pieces.add(joined(open.subList(0, open.size() - 1), open.getLast()));
      open.clear();
    }
  }

  private static Rich joined(List<Rich> before, Rich last) {
    Rich all = Rich.EMPTY;
    for (Rich block : before) {
      all = all.then(block).then(BETWEEN);
    }
    return all.then(last);
  }

  private static boolean fits(Rich text) {
    return text.length() <= LONGEST && text.entities() <= MOST_ENTITIES;
  }

  /// Where the first piece of at most `limit` characters ends.
  private static int cut(Rich text, int limit) {
    List<int[]> whole = wholes(text, limit);
    String words = text.text();
    for (Pattern border : List.of(LINE, SENTENCE, WORD)) {
      int cut = lastBefore(border.matcher(words), limit, whole);
      if (cut > (border == WORD ? 0 : limit / 4)) {
        return cut;
      }
    }
    int hard = limit;
    for (int[] range : whole) {
      hard = range[0] > 0 && range[0] < hard && hard < range[1] ? range[0] : hard;
    }
    return Character.isLowSurrogate(words.charAt(hard)) && hard > 1 ? hard - 1 : hard;
  }

  /// How far a message may go for its length and its entities.
  private static int limit(Rich text, int most, int form) {
    int at = 0;
    int entities = 0;
    for (Rich.Run run : text.runs()) {
      entities += run.entities();
      if (entities > form && at > 0) {
        return Math.min(most, at);
      }
      at += run.text().length();
    }
    return Math.min(most, at);
  }

  /// What must stay in one piece: links, and bold parts that fit.
  private static List<int[]> wholes(Rich text, int limit) {
    var ranges = new ArrayList<int[]>();
    int at = 0;
    for (Rich.Run run : text.runs()) {
      int end = at + run.text().length();
      if (!run.url().isEmpty() || (run.bold() && run.text().length() <= limit)) {
        ranges.add(new int[] {at, end});
      }
      at = end;
    }
    return ranges;
  }

  private static int lastBefore(Matcher border, int limit, List<int[]> wholes) {
    int last = 0;
    while (border.find() && border.start() <= limit) {
      int at = border.start();
      if (wholes.stream().noneMatch(range -> range[0] < at && at < range[1])) {
        last = at;
      }
    }
    return last;
  }

  /// Without white space at both ends.
  private static Rich stripped(Rich text) {
    String words = text.text();
    int from = words.length() - words.stripLeading().length();
    int to = words.stripTrailing().length();
    return from >= to ? Rich.EMPTY : text.part(from, to);
  }
}
