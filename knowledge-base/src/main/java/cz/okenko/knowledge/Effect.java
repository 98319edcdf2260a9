package cz.okenko.knowledge;

/// What publishing something does, or would do.
public enum Effect {
  NEW,
  CHANGED,
  SAME,
  GONE
}
