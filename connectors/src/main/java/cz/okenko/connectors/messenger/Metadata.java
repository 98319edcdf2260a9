package cz.okenko.connectors.messenger;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What we send along with each piece of a message, and find again in its echo (FB-06).
///
/// @param message the gateway's id
/// @param piece from 0
/// @param pieces how many pieces the message has
/// @param head what stands before its text
record Metadata(long message, int piece, int pieces, Head head) {
  private static final Pattern FORM =
      Pattern.compile("okenko:([0-9]{1,18}):([0-9]{1,4})/([0-9]{1,4}):([A-Z]{1,9})");

  static Optional<Metadata> of(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Head.of(matcher.group(4))
            .map(
                head ->
                    new Metadata(
                        Long.parseLong(matcher.group(1)),
                        Integer.parseInt(matcher.group(2)) - 1,
                        Integer.parseInt(matcher.group(3)),
                        head))
        : Optional.empty();
  }

  boolean last() {
    return piece == pieces - 1;
  }

  String text() {
    return "okenko:" + message + ":" + (piece + 1) + "/" + pieces + ":" + head;
  }
}
