package cz.okenko.knowledge.content;

import cz.okenko.knowledge.Section;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The Markdown part of an article file, cut at its `## key` headings.
record Sections(Map<Section, String> texts, List<Mark> facts, Map<Section, Mark> headings) {

  /// A place where the value of a fact is put in.
  static final Pattern FACT = Pattern.compile("\\{fact:([^{}]*)}");

  private static final Pattern BRACE = Pattern.compile("\\{(?!fact:)[^}]*}?");
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]*)[^)]*\\)");

  static Sections read(String file, List<String> lines, int from, Faults faults) {
    Map<Section, StringBuilder> texts = new EnumMap<>(Section.class);
    StringBuilder current = new StringBuilder();
    Section last = null;
    for (int i = from; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.startsWith("#")) {
        if (last == null && !line.isBlank()) {
          faults.add(file, i + 1, "text before the first section");
        }
        current.append(line).append('\n');
        continue;
      }
      current = new StringBuilder();
      Optional<Section> section = heading(file, i + 1, line, faults);
      if (section.isPresent()) {
        if (texts.putIfAbsent(section.get(), current) != null) {
          faults.add(file, i + 1, "section " + section.get().code() + " occurs twice");
        } else if (last != null && section.get().compareTo(last) < 0) {
          faults.add(
              file,
              i + 1,
              "section " + section.get().code() + " must stand before " + last.code());
        }
        last = section.get();
      } else if (last == null) {
        last = Section.ANSWER;
      }
    }
    return finished(file, lines, from, texts, faults);
  }

  private static Optional<Section> heading(String file, int line, String text, Faults faults) {
    Optional<Section> section = section(text);
    if (section.isEmpty()) {
      faults.add(file, line, "unknown section " + text);
    }
    return section;
  }

  private static Optional<Section> section(String line) {
    return line.startsWith("## ") ? Section.of(line.substring(3).strip()) : Optional.empty();
  }

  private static Sections finished(
      String file,
      List<String> lines,
      int from,
      Map<Section, StringBuilder> texts,
      Faults faults) {
    if (!texts.containsKey(Section.ANSWER)) {
      faults.add(file, 0, "missing section answer");
    }
    Map<Section, String> finished = new EnumMap<>(Section.class);
    texts.forEach(
        (section, text) -> {
          finished.put(section, text.toString().strip());
          if (text.toString().isBlank()) {
            faults.add(file, 0, "section " + section.code() + " is empty");
          }
        });
    List<Mark> facts = new ArrayList<>();
    Map<Section, Mark> headings = new EnumMap<>(Section.class);
    for (int i = from; i < lines.size(); i++) {
      Mark line = new Mark(lines.get(i), file, i + 1);
      facts.addAll(checkedLine(line, faults));
      section(line.text()).ifPresent(section -> headings.putIfAbsent(section, line));
    }
    return new Sections(finished, facts, headings);
  }

  /// The facts a line of Markdown names; reports other placeholders and links that are not https.
  static List<Mark> checkedLine(Mark line, Faults faults) {
    List<Mark> facts = new ArrayList<>();
    Matcher fact = FACT.matcher(line.text());
    while (fact.find()) {
      facts.add(new Mark(fact.group(1), line.file(), line.line()));
    }
    Matcher brace = BRACE.matcher(line.text());
    while (brace.find()) {
      faults.add(line, "unknown placeholder " + brace.group());
    }
    Matcher link = LINK.matcher(line.text());
    while (link.find()) {
      if (!link.group(1).startsWith("https://")) {
        faults.add(line, "not an https address: " + link.group(1));
      }
    }
    return facts;
  }
}
