package cz.okenko.gateway.dialogue;

import cz.okenko.connectors.Choice;
import cz.okenko.gateway.conversation.Turn;
import cz.okenko.knowledge.text.Folding;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Understands what of the offered the citizen picked: by button, by number ("2", "tu druhou", "the
/// last one"), by words of the label ("ten pro dítě"), or nothing of it.
sealed interface Picking {

  /// The choice with this value.
  record Chosen(String value) implements Picking {}

  /// "Nic z toho".
  record NoneOfThem() implements Picking {}

  /// The message is no answer to what was offered.
  record SomethingElse() implements Picking {}

  int MOST_WORDS = 6;
  int SAME_BEGINNING = 4;
  int LAST = -1;

  /// Words in which people wrap a choice, folded.
  Set<String> WRAPPING =
      folded(
          ("c tu ten ta to tou tomu toho moznost moznosti prosim cislo variantu varianta variantou bych chci beru"
                  + " radsi spis a ano jo asi bude je pro na s z do option number please the that i want"
                  + " take for die das der den ich nehme bitte nummer fur mit und варіант номер будь"
                  + " ласка для це той та цей")
              .split(" ", -1));

  /// Words of those who pick nothing; all of a message that says so are these or wrapping.
  List<Set<String>> NONE =
      List.of(
          folded("nic", "zadne", "zadna", "zadny", "zadnou", "nicku", "neither", "none", "keine"),
          folded("keins", "keiner", "nichts", "жоден", "жодне", "жодна", "нічого", "nothing"));

  Set<String> NONE_MORE =
      folded(
          "z", "nich", "toho", "tohohle", "tech", "techto", "of", "these", "them", "davon", "von",
          "diesen", "з", "цього", "них", "ani", "jedno", "jedna", "jednu", "jeden", "neni", "tam",
          "nehodi", "se", "mi", "nesedi", "не", "that");

  /// Folded, Ukrainian ones too (перш is "pers").
  Map<String, Integer> ORDINALS =
      Map.ofEntries(
          Map.entry("prvni", 1), Map.entry("jednick", 1), Map.entry("jedna", 1), Map.entry("jednu", 1),
          Map.entry("first", 1), Map.entry("erst", 1), Map.entry("eins", 1), Map.entry("pers", 1),
          Map.entry("odyn", 1), Map.entry("druh", 2), Map.entry("dvojk", 2), Map.entry("dvojc", 2),
          Map.entry("dva", 2), Map.entry("second", 2), Map.entry("two", 2), Map.entry("zweit", 2),
          Map.entry("zwei", 2), Map.entry("treti", 3),
          Map.entry("trojk", 3), Map.entry("tri", 3), Map.entry("third", 3), Map.entry("three", 3),
          Map.entry("dritt", 3), Map.entry("drei", 3), Map.entry("tret", 3), Map.entry("ctvrt", 4),
          Map.entry("ctyrk", 4), Map.entry("ctyri", 4), Map.entry("fourth", 4), Map.entry("four", 4),
          Map.entry("viert", 4), Map.entry("vier", 4), Map.entry("cetvert", 4), Map.entry("paty", 5),
          Map.entry("pata", 5), Map.entry("patou", 5), Map.entry("petk", 5), Map.entry("fifth", 5),
          Map.entry("posledni", LAST), Map.entry("last", LAST), Map.entry("letzt", LAST),
          Map.entry("ostann", LAST));

  /// What was picked of the offered.
  static Picking of(Turn turn) {
    if (!turn.choice().isEmpty()) {
      return new Chosen(turn.choice());
    }
    List<Choice> offered = turn.offered();
    List<String> words = offered.isEmpty() ? List.of() : words(turn.text());
    if (words.isEmpty() || words.size() > MOST_WORDS) {
      return new SomethingElse();
    }
    return byLabel(turn.text(), offered)
        .or(() -> none(words, offered))
        .or(() -> byNumber(words, offered))
        .or(() -> byWords(words, offered))
        .orElseGet(SomethingElse::new);
  }

  private static Optional<Picking> byLabel(String text, List<Choice> offered) {
    String typed = String.join(" ", words(text));
    return offered.stream()
        .filter(choice -> String.join(" ", words(choice.label())).equals(typed))
        .<Picking>map(choice -> new Chosen(choice.value()))
        .findFirst();
  }

  private static Optional<Picking> none(List<String> words, List<Choice> offered) {
    boolean named =
        words.stream().anyMatch(word -> NONE.stream().anyMatch(set -> set.contains(word)))
            || (words.contains("ani") && words.stream().anyMatch(w -> w.startsWith("jed")));
    boolean nothingElse =
        words.stream()
            .allMatch(
                word ->
                    NONE_MORE.contains(word)
                        || WRAPPING.contains(word)
                        || NONE.stream().anyMatch(set -> set.contains(word)));
    return offered.size() > 1 && named && nothingElse
        ? Optional.of(new NoneOfThem())
        : Optional.empty();
  }

  private static Optional<Picking> byNumber(List<String> words, List<Choice> offered) {
    List<String> telling = words.stream().filter(word -> !WRAPPING.contains(word)).toList();
    boolean one = telling.size() == 2 && telling.contains("one");
    List<String> named = one ? telling.stream().filter(w -> !w.equals("one")).toList() : telling;
    if (named.size() != 1) {
      return Optional.empty();
    }
    int number = number(named.getFirst());
    int place = number == LAST ? offered.size() : number;
    return place >= 1 && place <= offered.size()
        ? Optional.of(new Chosen(offered.get(place - 1).value()))
        : Optional.empty();
  }

  private static int number(String word) {
    if (word.length() == 1 && Character.isDigit(word.charAt(0))) {
      return Character.digit(word.charAt(0), 10);
    }
    return ORDINALS.entrySet().stream()
        .filter(entry -> word.equals(entry.getKey()) || isForm(word, entry.getKey()))
        .mapToInt(Map.Entry::getValue)
        .findFirst()
        .orElse(0);
  }

  /// Short numerals have no endings: "dva" does not stand in "dvacet".
  private static boolean isForm(String word, String ordinal) {
    return ordinal.length() >= SAME_BEGINNING
        && word.startsWith(ordinal)
        && word.length() <= ordinal.length() + 3;
  }

  /// The only label in which every telling word of the message stands.
  private static Optional<Picking> byWords(List<String> words, List<Choice> offered) {
    List<String> telling = words.stream().filter(word -> !WRAPPING.contains(word)).toList();
    if (telling.isEmpty()) {
      return Optional.empty();
    }
    List<Choice> fitting =
        offered.stream()
            .filter(
                choice -> {
                  List<String> label = words(choice.label());
                  return telling.stream().allMatch(w -> label.stream().anyMatch(l -> same(w, l)));
                })
            .toList();
    return fitting.size() == 1
        ? Optional.of(new Chosen(fitting.getFirst().value()))
        : Optional.empty();
  }

  /// Whether two words differ by their ending alone.
  private static boolean same(String one, String other) {
    int length = Math.min(one.length(), other.length());
    int alike = 0;
    while (alike < length && one.charAt(alike) == other.charAt(alike)) {
      alike++;
    }
    return one.equals(other)
        || (alike >= SAME_BEGINNING && alike >= Math.max(one.length(), other.length()) - 3);
  }

  private static List<String> words(String text) {
    return Folding.words(text);
  }

  private static Set<String> folded(String... words) {
    return Arrays.stream(words).map(Folding::fold).collect(Collectors.toUnmodifiableSet());
  }
}
