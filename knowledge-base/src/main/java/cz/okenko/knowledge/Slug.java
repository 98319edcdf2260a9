package cz.okenko.knowledge;

import java.util.regex.Pattern;

/// The name of an article in addresses and files: lower-case words joined by dashes.
public record Slug(String value) {

  private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int LONGEST = 100;

  public Slug {
    if (!isSlug(value)) {
      throw new IllegalArgumentException("not a slug: " + value);
    }
  }

  /// Whether the text could name an article at all; ask before making one of foreign text.
  public static boolean isSlug(String text) {
    return text.length() <= LONGEST && FORM.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
