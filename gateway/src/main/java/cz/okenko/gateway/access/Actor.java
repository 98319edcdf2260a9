package cz.okenko.gateway.access;

/// Who did it, as the audit keeps it: kind and id, no name.
///
/// @param name as it is now, when it was read back; else empty
record Actor(String kind, long id, String name) {
  static final Actor NOBODY = new Actor("nobody", 0, "");

  static Actor of(Caller caller) {
    return switch (caller) {
      case Clerk clerk -> of(clerk.id());
      case Integration integration -> new Actor("integration", integration.id(), "");
    };
  }

  static Actor of(ClerkId clerk) {
    return new Actor("clerk", clerk.value(), "");
  }
}
