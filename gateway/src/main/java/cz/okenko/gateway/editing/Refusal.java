package cz.okenko.gateway.editing;

/// Something that was not taken, where it stands (`line` counts from 1; 0 is the file as a whole)
/// and why, in words for the operator.
public record Refusal(int line, String reason) {

  @Override
  public String toString() {
    return line == 0 ? reason : "line " + line + ": " + reason;
  }
}
