package cz.okenko.faults;

/// What lies in the fake mailbox. UIDs run from 1 without gaps. Safe for any thread.
interface Mails {
  /// How many there are now; the highest UID.
  int count();

  /// A mail as it came, lines ended by CR LF.
  String mail(int uid);

  /// Waits until there are more than `known`, or the time is over.
  void awaitMore(int known, long millis) throws InterruptedException;
}
