package cz.okenko.knowledge.store;

import cz.okenko.knowledge.Slug;
import cz.okenko.knowledge.Variant;

/// Which text: the article, and in which way it is written.
public record TextKey(Slug slug, Variant variant) {

  /// The name of the file that holds it among content files.
  public String file() {
    return variant.code() + "/" + slug + ".md";
  }
}
