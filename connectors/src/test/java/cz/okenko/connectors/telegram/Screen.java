package cz.okenko.connectors.telegram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A message as Telegram shows it, read from its HTML by the rules of "HTML style"
/// (core.telegram.org/bots/api); strict, as the real parser is.
///
/// @param length characters after the entities were read, or before when there are none
/// @param shown the text, with the address of each link behind its words
record Screen(int length, String shown, boolean broken) {
  private static final Pattern PART =
      Pattern.compile("<(/?)(b|a)(?: href=\"([^\"<>]*)\")?>|&(\\w+);|([<>&])|([^<>&]+)");
  private static final Map<String, String> NAMED =
      Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"");
  private static final Screen BROKEN = new Screen(0, "", true);

  static Screen plain(String text) {
    return new Screen(text.length(), text, false);
  }

  static Screen of(String html) {
    var shown = new StringBuilder();
    Deque<String> open = new ArrayDeque<>();
    String address = "";
    int addresses = 0;
    Matcher part = PART.matcher(html);
    while (part.find()) {
      String name = part.group(2);
      if (part.group(5) != null || (part.group(4) != null && !NAMED.containsKey(part.group(4)))) {
        return BROKEN;
      } else if (name != null && part.group(1).isEmpty()) {
        open.push(name);
        address = part.group(3) == null ? address : read(part.group(3));
      } else if (name != null) {
        if (open.isEmpty() || !open.pop().equals(name)) {
          return BROKEN;
        }
        if (name.equals("a")) {
          shown.append(" (").append(address).append(')');
          addresses += address.length() + 3;
        }
      } else {
        shown.append(read(part.group()));
      }
    }
    return new Screen(shown.length() - addresses, shown.toString(), !open.isEmpty());
  }

  private static String read(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
  }
}
