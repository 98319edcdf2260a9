package cz.okenko.knowledge.text;

/// A 64-bit hash of a text, the same on every machine. Texts are told apart by it alone: among a
/// million of them two are mistaken for each other once in thirty million times.
public final class Hash {

  private static final long START = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Hash() {}

  /// Of a whole text; never 0, so that 0 may mean "none".
  public static long of(CharSequence text) {
    return of(text, 0, text.length());
  }

  /// Of a part of a text.
  public static long of(CharSequence text, int start, int end) {
    long hash = START;
    for (int i = start; i < end; i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return finished(hash);
  }

  /// Of two texts in a row, each known by its hash.
  public static long pair(long first, long second) {
    return finished((first * PRIME ^ second) * PRIME);
  }

  private static long finished(long hash) {
    long mixed = (hash ^ (hash >>> 32)) * 0xd6e8feb86659fd93L;
    mixed ^= mixed >>> 29;
    return mixed == 0 ? 1 : mixed;
  }
}
