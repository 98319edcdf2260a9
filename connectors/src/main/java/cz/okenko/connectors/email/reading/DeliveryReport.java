package cz.okenko.connectors.email.reading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a mail server reports of a mail (RFC 3464).
///
/// @param action `failed`, `delayed`, `delivered`, `relayed` or `expanded`; empty when it is not
///     told
/// @param status like `5.1.1` (RFC 3463), empty when it is not told
/// @param about ids of the mail it speaks of, without brackets
public record DeliveryReport(String action, String status, List<String> about) {
  public static final DeliveryReport NONE = new DeliveryReport("", "", List.of());

  private static final Pattern STATUS = Pattern.compile("\\b([245]\\.\\d{1,3}\\.\\d{1,3})\\b");

  public DeliveryReport {
    about = List.copyOf(about);
  }

  /// The report in a mail, [#NONE] when it holds none.
  static DeliveryReport of(Part mail) {
    List<Part> all = new ArrayList<>();
    collect(mail, all);
    Optional<Part> status =
        all.stream()
            .filter(
                part ->
                    part.type().is("message/delivery-status")
                        || part.type().is("message/global-delivery-status"))
            .findFirst();
    if (status.isEmpty()) {
      return NONE;
    }
    List<String> about = new ArrayList<>();
    for (Part part : all) {
      if (part.type().is("message/rfc822")
          || part.type().is("message/global")
          || part.type().is("text/rfc822-headers")) {
        about.addAll(Headers.of(head(part.content())).ids("message-id"));
      }
    }
    String fields = status.get().text();
    about.addAll(Headers.of(Bytes.of(bytes(fields))).ids("original-message-id"));
    about.addAll(mail.headers().ids("in-reply-to"));
    about.addAll(mail.headers().ids("references"));
    return new DeliveryReport(field(fields, "action"), status(fields), about);
  }

  private static void collect(Part part, List<Part> all) {
    all.add(part);
    part.children().forEach(child -> collect(child, all));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// The head of a returned mail; headers alone may come without an empty line behind them.
  private static Bytes head(Bytes content) {
    int at = 0;
    while (at < content.size() && at < Anatomy.MOST_HEADER_BYTES) {
      if (content.at(at) == '\n' || content.at(at) == '\r') {
        break;
      }
      at = content.lineEnd(at);
    }
    return content.part(0, at);
  }

  private static String field(String fields, String name) {
    return fields
        .lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip().toLowerCase(Locale.ROOT))
        .map(value -> value.replaceFirst("[^a-z].*", ""))
        .findFirst()
        .orElse("");
  }

  private static String status(String fields) {
    Matcher status =
        STATUS.matcher(
            fields
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("status:"))
                .findFirst()
                .orElse(""));
    return status.find() ? status.group(1) : "";
  }
}
