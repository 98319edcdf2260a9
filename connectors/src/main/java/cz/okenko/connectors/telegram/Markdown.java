package cz.okenko.connectors.telegram;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The Markdown of the office (paragraphs, lists, bold, links) as blocks of [Rich] text. Everything
/// else stays the text it is.
final class Markdown {
  private static final Pattern BULLET = Pattern.compile("\\s{0,3}[-*]\\s+(.*)");
  private static final Pattern NUMBER = Pattern.compile("\\s{0,3}(\\d{1,3}[.)])\\s+(.*)");
  private static final Pattern CONTINUED = Pattern.compile("\\s{2,}\\S.*");
  private static final Pattern FORM =
      Pattern.compile(
          "\\*\\*(?<bold>[^\\s*][^*\\n]*)\\*\\*"
              + "|\\[(?<label>[^\\[\\]\\n]{1,300})\\]\\((?<address>[^()\\s]{1,2000})\\)");

  private final URI home;

  /// @param home what an address without a host is meant from
  Markdown(URI home) {
    this.home = home;
  }

  /// Paragraphs and lists, in order; a list has one line for each item.
  List<Rich> blocks(String markdown) {
    var blocks = new ArrayList<Rich>();
    String given = markdown.replace("\r\n", "\n").replace('\r', '\n');
    for (String chunk : given.split("\n[ \t]*\n", -1)) {
      String text = lines(chunk).strip();
      if (!text.isEmpty()) {
        blocks.add(formed(text, false));
      }
    }
    return blocks;
  }

  private static String lines(String chunk) {
    var lines = new StringBuilder();
    boolean inList = false;
    for (String line : chunk.split("\n", -1)) {
      Matcher bullet = BULLET.matcher(line);
      Matcher number = NUMBER.matcher(line);
      if (bullet.matches()) {
        lines.append("\n• ").append(bullet.group(1));
        inList = true;
      } else if (number.matches()) {
        lines.append('\n').append(number.group(1)).append(' ').append(number.group(2));
        inList = true;
      } else if (inList && CONTINUED.matcher(line).matches()) {
        lines.append(' ').append(line.strip());
      } else {
        lines.append('\n').append(line);
        inList = false;
      }
    }
    return lines.toString();
  }

  private Rich formed(String text, boolean bold) {
    var runs = new ArrayList<Rich.Run>();
    Matcher form = FORM.matcher(text);
    int end = 0;
    while (form.find()) {
      add(runs, text.substring(end, form.start()), bold);
      String strong = form.group("bold");
      if (strong != null) {
        runs.addAll(formed(strong, true).runs());
      } else {
        runs.add(link(form.group("label"), form.group("address"), bold));
      }
      end = form.end();
    }
    add(runs, text.substring(end), bold);
    return new Rich(runs);
  }

  private static void add(List<Rich.Run> runs, String text, boolean bold) {
    if (!text.isEmpty()) {
      runs.add(new Rich.Run(text, bold, ""));
    }
  }

  /// A link Telegram takes; what it would drop without a word (another scheme, a host without a
  /// dot) is written out.
  private Rich.Run link(String label, String address, boolean bold) {
    String target = address.startsWith("/") ? home + address : address;
    if (isPublic(target)) {
      return new Rich.Run(label, bold, target);
    }
    String bare = target.replaceFirst("^(mailto|tel):", "");
    return new Rich.Run(label.equals(bare) ? label : label + " (" + bare + ")", bold, "");
  }

  private static boolean isPublic(String target) {
    try {
      URI uri = new URI(target);
      String host = uri.getHost();
      return ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))
          && host != null
          && host.contains(".")
          && uri.getUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
