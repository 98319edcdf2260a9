package cz.okenko.gateway.access;

/// What a deed was done to: its kind and its id; both empty when to nothing in particular.
public record Subject(String kind, String id) {
  public static final Subject NONE = new Subject("", "");

  /// All that the office tells about its people.
  public static final Subject DIRECTORY = new Subject("directory", "");

  /// Filters a clerk keeps. Their name is the clerk's own business.
  public static final Subject VIEW = new Subject("view", "");

  public static Subject conversation(long id) {
    return new Subject("conversation", Long.toString(id));
  }

  public static Subject file(long id) {
    return new Subject("file", Long.toString(id));
  }

  public static Subject article(String slug) {
    return new Subject("article", slug);
  }

  /// A canned reply by its shortcut, which says which one it was when it is gone.
  public static Subject canned(String shortcut) {
    return new Subject("canned", shortcut);
  }

  public static Subject clerk(ClerkId id) {
    return new Subject("clerk", Long.toString(id.value()));
  }

  public static Subject integration(long id) {
    return new Subject("integration", Long.toString(id));
  }

  public static Subject hook(long id) {
    return new Subject("hook", Long.toString(id));
  }

  /// A right somebody asked for and has not.
  static Subject right(Right right) {
    return new Subject("right", right.code());
  }
}
