package cz.okenko.knowledge;

import cz.okenko.knowledge.content.ContentReader;
import cz.okenko.knowledge.content.StoredText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Works out what the files of a folder would change of what is published. A faulty file is left out
/// whole, and so is whatever cannot be without it; the rest stands.
final class FolderImport {
  private static final String FACTS = "facts.yaml";

  private final Archive.Shelf shelf;
  private final Publishing publishing;
  private final Map<String, Draft> drafts = new TreeMap<>();
  private final Map<String, String> lists = new TreeMap<>();
  private final List<Fact> facts = new ArrayList<>();
  private final Set<ContentFault> faults = new TreeSet<>();

  FolderImport(Archive.Shelf shelf, Publishing publishing) {
    this.shelf = shelf;
    this.publishing = publishing;
  }

  /// What may be published, what that changes, and what is wrong with the rest.
  record Plan(
      List<Draft> drafts,
      Map<String, String> lists,
      List<Archive.Change> changes,
      List<ContentFault> faults) {}

  Plan plan(Map<String, String> files) {
    files.forEach(this::file);
    if (files.containsKey(FACTS)) {
      facts(files.getOrDefault(FACTS, ""));
    }
    dropFaultyLists();
    dropFaultyTexts();
    List<Archive.Change> changes = new ArrayList<>();
    List<Draft> due = new ArrayList<>();
    drafts.forEach((name, draft) -> change(name, draft, changes, due));
    for (Fact fact : facts) {
      Fact before = shelf.facts().get(fact.key());
      if (!fact.equals(before)) {
        due.add(new Draft.FactValue(fact));
        Effect effect = before == null ? Effect.NEW : Effect.CHANGED;
        changes.add(new Archive.Change(FACTS + " " + fact.key(), effect, List.of()));
      }
    }
    Map<String, String> otherLists = new TreeMap<>();
    String factsText = files.getOrDefault(FACTS, "");
    if (!facts.isEmpty() && !factsText.equals(shelf.lists().get(FACTS))) {
      // Kept as it was written, comments and all; the facts themselves are drafts.
      otherLists.put(FACTS, factsText);
    }
    lists.forEach(
        (name, text) -> {
          Effect effect =
              text.equals(shelf.lists().get(name)) ? Effect.SAME
                  : shelf.lists().containsKey(name) ? Effect.CHANGED : Effect.NEW;
          changes.add(new Archive.Change(name, effect, List.of()));
          if (effect != Effect.SAME) {
            otherLists.put(name, text);
          }
        });
    return new Plan(due, otherLists, changes, List.copyOf(faults));
  }

  private void file(String name, String text) {
    if (ContentReader.isList(name)) {
      lists.put(name, text);
      return;
    }
    int slash = name.indexOf('/');
    int end = name.length() - ".md".length();
    String slug = slash > 0 && end > slash ? name.substring(slash + 1, end) : "";
    Variant variant = slash > 0 ? Variant.of(name.substring(0, slash)).orElse(null) : null;
    if (variant != null && name.endsWith(".md") && Slug.isSlug(slug)) {
      drafts.put(name, new Draft.Text(new Slug(slug), variant, text));
    } else if (!name.equals(FACTS)) {
      faults.add(
          new ContentFault(
              name, 0, "is neither an article in a known folder nor one of the known lists"));
    }
  }

  private void facts(String text) {
    List<ContentFault> wrong = ContentReader.factFaults(FACTS, text);
    faults.addAll(wrong);
    if (wrong.isEmpty()) {
      facts.addAll(ContentReader.facts(FACTS, text));
    }
  }

  private void dropFaultyLists() {
    Set<Slug> slugs = new HashSet<>(shelf.slugs());
    drafts.values().forEach(draft -> slugs.add(((Draft.Text) draft).slug()));
    Set<String> keys = new HashSet<>(shelf.library().facts().keySet());
    facts.forEach(fact -> keys.add(fact.key()));
    for (ContentFault fault : ContentReader.listFaults(lists, keys, slugs)) {
      faults.add(fault);
      lists.remove(fault.file());
    }
  }

  /// Each round leaves out the files that are faulty beside the others, until none is.
  private void dropFaultyTexts() {
    while (true) {
      List<Draft> all = new ArrayList<>(drafts.values());
      facts.forEach(fact -> all.add(new Draft.FactValue(fact)));
      List<ContentFault> wrong = publishing.faults(shelf.library(), all);
      if (wrong.isEmpty()) {
        return;
      }
      faults.addAll(wrong);
      Set<String> names = wrong.stream().map(ContentFault::file).collect(Collectors.toSet());
      boolean fewer = drafts.keySet().removeAll(names);
      if (names.contains(FACTS)) {
        fewer |= !facts.isEmpty();
        facts.clear();
      }
      if (!fewer) {
        throw new IllegalStateException("faults of files that are not there: " + wrong);
      }
    }
  }

  private void change(
      String name, Draft draft, List<Archive.Change> changes, List<Draft> due) {
    String after = ((Draft.Text) draft).source();
    String before = shelf.texts().get(name);
    if (before == null) {
      changes.add(new Archive.Change(name, Effect.NEW, List.of()));
      due.add(draft);
    } else if (before.equals(after)) {
      changes.add(new Archive.Change(name, Effect.SAME, List.of()));
    } else {
      changes.add(
          new Archive.Change(name, Effect.CHANGED, differences((Draft.Text) draft, before)));
      due.add(draft);
    }
  }

  private static List<String> differences(Draft.Text text, String before) {
    Map<String, Object> old = parts(text.slug(), text.variant(), before);
    Map<String, Object> fresh = parts(text.slug(), text.variant(), text.source());
    Set<String> names = new TreeSet<>(old.keySet());
    names.addAll(fresh.keySet());
    return names.stream()
        .filter(part -> !Objects.equals(part(old, part), part(fresh, part)))
        .toList();
  }

  private static @Nullable Object part(Map<String, Object> parts, String name) {
    return parts.get(name);
  }

  private static Map<String, Object> parts(Slug slug, Variant variant, String source) {
    Map<String, Object> parts = new TreeMap<>();
    Map<Section, String> sections =
        switch (variant) {
          case CS -> {
            LifeSituation s = StoredText.situation(slug, source);
            parts.put("title", s.title());
            parts.put("phrases", s.phrases());
            parts.put("terms", s.terms());
            parts.put("keys", List.of(s.agenda(), s.authority(), s.reviewBy(), s.related()));
            parts.put("links", s.links());
            parts.put("legal-basis", s.legalBasis());
            parts.put("ask", s.ask());
            yield s.sections();
          }
          case FAQ -> {
            Faq faq = StoredText.faq(slug, source);
            parts.put("question", faq.question());
            parts.put("keys", List.of(faq.language(), faq.url(), faq.agenda()));
            yield Map.of(Section.ANSWER, faq.answer());
          }
          case EN, UK, DE, EASY -> {
            Translation t = StoredText.translation(slug, variant, source);
            parts.put("title", t.title());
            parts.put("phrases", t.phrases());
            parts.put("keys", t.written());
            parts.put("ask", t.ask());
            yield t.sections();
          }
        };
    sections.forEach((section, words) -> parts.put(section.code(), words));
    return parts;
  }
}
