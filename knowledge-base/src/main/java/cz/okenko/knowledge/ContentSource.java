package cz.okenko.knowledge;

import java.nio.file.Path;

/// Where the articles come from at start.
public sealed interface ContentSource {

  /// The articles in the jar.
  record Shipped() implements ContentSource {}

  /// No article and no neighbouring matter: only small talk, handoff and emergency are known.
  record None() implements ContentSource {}

  /// A folder of the same form as the shipped content (`facts.yaml`, `cs/*.md` …).
  record Folder(Path path) implements ContentSource {}
}
