package cz.okenko.knowledge.content;

import cz.okenko.knowledge.Slug;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A file of one article: YAML keys between two lines of `---`, then Markdown from the line with
/// index `body` on.
record FrontMatter(String name, YamlMap keys, List<String> lines, int body, Faults faults) {

  private static final Pattern PLAIN = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  /// Null, after reporting why, when there are no keys to be found.
  static @Nullable FrontMatter read(String name, String source, Faults faults) {
    List<String> lines = source.lines().toList();
    int end = lines.isEmpty() ? -1 : lines.subList(1, lines.size()).indexOf("---") + 1;
    if (end < 1 || !lines.getFirst().equals("---")) {
      faults.add(name, 1, "must begin with keys between two lines of ---");
      return null;
    }
    YamlMap keys = new YamlFile(name, String.join("\n", lines.subList(1, end)), 2, faults).map();
    return keys == null ? null : new FrontMatter(name, keys, lines, end + 1, faults);
  }

  /// The slug, which is also the name of the file; null, after reporting why, when there is none.
  @Nullable Slug slug() {
    String text = keys.text("slug");
    if (text.isEmpty()) {
      return null;
    }
    if (!Slug.isSlug(text) || !PLAIN.matcher(text).matches()) {
      faults.add(name, keys.line("slug"), "not a slug: " + text);
      return null;
    }
    String fileName = name.substring(name.lastIndexOf('/') + 1);
    if (!fileName.equals(text + ".md")) {
      faults.add(name, keys.line("slug"), "slug " + text + " differs from the file name");
    }
    return new Slug(text);
  }

  Mark slugMark(Slug slug) {
    return new Mark(slug.value(), name, keys.line("slug"));
  }

  Sections sections() {
    return Sections.read(name, lines, body, faults);
  }
}
