package cz.okenko.gateway.directory;

/// Where a person's first password comes from. A given one never prints.
public sealed interface FirstPassword {

  /// Nobody has set one: the person cannot sign in until an admin sets it.
  record Unset() implements FirstPassword {}

  record Given(String secret) implements FirstPassword {
    @Override
    public String toString() {
      return "Given[secret hidden]";
    }
  }
}
