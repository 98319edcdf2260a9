package cz.okenko.connectors.email.intake;

import cz.okenko.connectors.email.reading.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the office's own mail server found out about a sender (RFC 8601). What other servers say is
/// not believed, because a sender can write such a line itself (rule EM-17).
final class Verdict {
  private static final Pattern RESULT =
      Pattern.compile("\\b(spf|dkim|dmarc)\\s*=\\s*([a-z]{1,12})");

  private Verdict() {}

  /// Like `spf=pass dkim=pass dmarc=fail`; empty when our server said nothing.
  ///
  /// @param server its authserv-id, empty when the settings do not tell
  static String of(Headers headers, String server) {
    if (server.isEmpty()) {
      return "";
    }
    for (String raw : headers.all("authentication-results")) {
      String line = raw.toLowerCase(Locale.ROOT).replaceAll("\\([^()]*\\)", " ");
      String[] pieces = line.split(";", -1);
      if (pieces[0].strip().replaceFirst("\\s.*", "").equals(server)) {
        return results(line.substring(pieces[0].length()));
      }
    }
    return "";
  }

  private static String results(String line) {
    List<String> results = new ArrayList<>();
    Matcher result = RESULT.matcher(line);
    while (result.find() && results.size() < 6) {
      String found = result.group(1) + "=" + result.group(2);
      if (!results.contains(found)) {
        results.add(found);
      }
    }
    return String.join(" ", results);
  }
}
