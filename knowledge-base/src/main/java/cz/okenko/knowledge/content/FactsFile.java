package cz.okenko.knowledge.content;

import cz.okenko.knowledge.Fact;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads `facts.yaml`: a mapping from key to fact. `statute`, `paragraph` and `source` may be left
/// out where no law and no page says so, as with the office's own things.
public final class FactsFile {

  private static final Set<String> KEYS =
      Set.of(
          "value", "statute", "paragraph", "valid-from", "valid-to", "source", "checked", "status");
  private static final LocalDate EVER = LocalDate.of(1, 1, 1);
  private static final Pattern KEY = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private FactsFile() {}

  static List<Fact> read(String name, String text, Faults faults) {
    YamlMap root = new YamlFile(name, text, 1, faults).map();
    if (root == null) {
      return List.of();
    }
    List<Fact> facts = new ArrayList<>();
    for (String key : root.keys()) {
      if (!KEY.matcher(key).matches()) {
        faults.add(name, root.line(key), "not a fact key: " + key);
      }
      Fact fact = fact(key, root.map(key));
      if (fact != null) {
        facts.add(fact);
        if (fact.validTo().isBefore(fact.checked())) {
          faults.add(name, root.line(key), "fact " + key + " had expired when it was checked");
        }
      }
    }
    return facts;
  }

  /// Whether a file says exactly these facts, in any order.
  public static boolean says(String text, List<Fact> facts) {
    Set<Fact> read =
        text.isBlank() ? Set.of() : Set.copyOf(read("facts.yaml", text, new Faults()));
    return read.equals(Set.copyOf(facts));
  }

  /// The text of a file that says these facts.
  public static String write(List<Fact> facts) {
    StringBuilder text = new StringBuilder();
    for (Fact fact : facts) {
      text.append(fact.key()).append(":\n");
      line(text, "value", fact.value());
      line(text, "statute", fact.statute());
      line(text, "paragraph", fact.paragraph());
      if (!fact.validFrom().equals(EVER)) {
        line(text, "valid-from", fact.validFrom().toString());
      }
      if (!fact.validTo().equals(Fact.OPEN_END)) {
        line(text, "valid-to", fact.validTo().toString());
      }
      line(text, "source", fact.source().toString());
      line(text, "checked", fact.checked().toString());
      line(text, "status", fact.confirmed() ? "confirmed" : "unconfirmed");
      text.append('\n');
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String key, String value) {
    if (!value.isEmpty()) {
      text.append("  ").append(key).append(": ").append(YamlText.quoted(value)).append('\n');
    }
  }

  private static @Nullable Fact fact(String key, @Nullable YamlMap map) {
    if (map == null) {
      return null;
    }
    map.refuseOthersThan(KEYS);
    URI source =
        map.optionalText("source").isEmpty() ? URI.create("") : map.https("source");
    return new Fact(
        key,
        map.text("value"),
        map.optionalText("statute"),
        map.optionalText("paragraph"),
        map.optionalDate("valid-from", map.optionalText("valid-from"), EVER),
        map.optionalDate("valid-to", map.optionalText("valid-to"), Fact.OPEN_END),
        source,
        map.date("checked"),
        confirmed(map));
  }

  private static boolean confirmed(YamlMap map) {
    return switch (map.text("status")) {
      case "confirmed", "" -> true;
      case "unconfirmed" -> false;
      default -> {
        map.refuse("status", "status must be confirmed or unconfirmed");
        yield false;
      }
    };
  }
}
