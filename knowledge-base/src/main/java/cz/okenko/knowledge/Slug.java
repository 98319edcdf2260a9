package cz.okenko.knowledge;

import java.util.regex.Pattern;

/// The name of an article in addresses and files: letters of ASCII and digits, in groups joined by
/// one of `-`, `_` and `.`. Life situations have lower-case words joined by dashes; the rest is for
/// questions that come with ids of their own.
public record Slug(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]+([-_.][A-Za-z0-9]+)*");
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
