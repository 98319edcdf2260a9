package cz.okenko.gateway.access;

/// What the operator must be told about the first admin.
public sealed interface AdminAccount {

  /// The operator knows the password.
  record Known() implements AdminAccount {}

  /// The account was made with a random password: print it, once.
  record Made(String signIn, String password) implements AdminAccount {
    @Override
    public String toString() {
      return "Made[" + signIn + ", password hidden]";
    }
  }
}
