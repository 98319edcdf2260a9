package cz.okenko.gateway.access;

/// Who asks something of the console: a person, or another program of the office.
public sealed interface Caller permits Clerk, Integration {
  /// As colleagues read it.
  String name();

  boolean may(Right right);
}
