package cz.okenko.knowledge.content;

import cz.okenko.knowledge.Ask;
import cz.okenko.knowledge.Ask.Next;
import cz.okenko.knowledge.Ask.Option;
import cz.okenko.knowledge.Slug;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads the question tree under the key `ask`, and collects the facts and articles it names.
final class AskFile {

  private static final int FEWEST_OPTIONS = 2;
  private static final int MOST_OPTIONS = 5;
  private static final List<String> WAYS = List.of("text", "article", "ask");

  private final String name;
  private final Faults faults;
  private final List<Mark> facts = new ArrayList<>();
  private final List<Mark> articles = new ArrayList<>();

  AskFile(String name, Faults faults) {
    this.name = name;
    this.faults = faults;
  }

  /// The tree, or [Ask#NONE] when the keys have none.
  Ask read(YamlMap keys) {
    return keys.keys().contains("ask") ? ask(keys, 1) : Ask.NONE;
  }

  List<Mark> facts() {
    return facts;
  }

  List<Mark> articles() {
    return articles;
  }

  private Ask ask(YamlMap parent, int depth) {
    YamlMap map = parent.map("ask");
    if (map == null) {
      return Ask.NONE;
    }
    if (depth > Ask.DEEPEST) {
      map.refuse("question", "at most " + Ask.DEEPEST + " questions may follow one another");
      return Ask.NONE;
    }
    map.refuseOthersThan(Set.of("question", "options"));
    String question = checked(map, "question");
    List<Option> options = new ArrayList<>();
    for (YamlMap option : map.maps("options")) {
      options.add(option(option, depth));
    }
    if (options.size() < FEWEST_OPTIONS || options.size() > MOST_OPTIONS) {
      map.refuse("options", "a question has 2 to 5 options, this one " + options.size());
    }
    return new Ask(question, options);
  }

  private Option option(YamlMap map, int depth) {
    map.refuseOthersThan(Set.of("label", "text", "article", "ask"));
    String label = checked(map, "label");
    if (label.codePointCount(0, label.length()) > Ask.LONGEST_LABEL) {
      map.refuse("label", "label has more than " + Ask.LONGEST_LABEL + " characters: " + label);
    }
    return new Option(label, next(map, depth));
  }

  private Next next(YamlMap map, int depth) {
    List<String> ways = WAYS.stream().filter(map.keys()::contains).toList();
    if (ways.size() != 1) {
      map.refuse("label", "an option has exactly one of text, article and ask");
      return new Next.Text("");
    }
    return switch (ways.getFirst()) {
      case "text" -> new Next.Text(checked(map, "text"));
      case "article" -> article(map);
      default -> new Next.Further(ask(map, depth + 1));
    };
  }

  private Next article(YamlMap map) {
    String slug = map.text("article");
    if (!Slug.isSlug(slug)) {
      map.refuse("article", "not a slug: " + slug);
      return new Next.Text("");
    }
    articles.add(new Mark(slug, name, map.line("article")));
    return new Next.Continue(new Slug(slug));
  }

  private String checked(YamlMap map, String key) {
    String text = map.text(key);
    facts.addAll(Sections.checkedLine(new Mark(text, name, map.line(key)), faults));
    return text;
  }
}
