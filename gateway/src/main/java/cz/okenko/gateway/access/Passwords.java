package cz.okenko.gateway.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Argon2id. Hashing takes memory and a processor for a moment, so only a few run at once; the rest
/// wait their turn. Safe for any thread.
final class Passwords {
  /// The shortest password a person may choose.
  /// Source: NIST SP 800-63B, 5.1.1.2.
  static final int SHORTEST = 8;

  /// Longer ones are refused, so that nobody keeps the processor busy with a novel.
  static final int LONGEST = 1_000;

  private static final int PASSES = 2;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int AT_ONCE = 2;
  private static final int MOST_WAITING = 100;

  private final SecureRandom random = new SecureRandom();
  private final Semaphore places = new Semaphore(AT_ONCE, true);
  private final int memoryKib;
  private final String prefix;
  private final String nobodys;

  /// Each try takes so much memory.
  Passwords(int memoryKib) {
    this.memoryKib = memoryKib;
    this.prefix = "$argon2id$v=19$m=" + memoryKib + ",t=" + PASSES + ",p=1$";
    this.nobodys = prefix + base64(randomBytes(SALT_BYTES)) + "$" + base64(randomBytes(HASH_BYTES));
  }

  /// Whether so many already wait that another one had better come back later.
  boolean busy() {
    return places.getQueueLength() >= MOST_WAITING;
  }

  /// A fresh salt each time: two hashes of one password differ.
  String hash(String password) {
    byte[] salt = randomBytes(SALT_BYTES);
    return prefix + base64(salt) + "$" + base64(argon2(password, salt));
  }

  /// Whether the password made this hash. An empty hash matches nothing and takes just as long, so
  /// the time tells nobody which names exist.
  boolean match(String password, String hash) {
    boolean known = !hash.isEmpty();
    String[] saltAndHash = split(known ? hash : nobodys);
    byte[] made = argon2(password, Base64.getDecoder().decode(saltAndHash[0]));
    boolean same = MessageDigest.isEqual(made, Base64.getDecoder().decode(saltAndHash[1]));
    return same && known;
  }

  private String[] split(String hash) {
    if (!hash.startsWith(prefix)) {
      throw new IllegalStateException("a password hash of an unknown kind");
    }
    return hash.substring(prefix.length()).split("\\$", -1);
  }

  private byte[] argon2(String password, byte[] salt) {
    byte[] bytes =
        Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
    byte[] hash = new byte[HASH_BYTES];
    places.acquireUninterruptibly();
    try {
      Argon2BytesGenerator generator = new Argon2BytesGenerator();
      generator.init(
          new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
              .withVersion(Argon2Parameters.ARGON2_VERSION_13)
              .withMemoryAsKB(memoryKib)
              .withIterations(PASSES)
              .withParallelism(1)
              .withSalt(salt)
              .build());
      generator.generateBytes(bytes, hash);
    } finally {
      places.release();
    }
    return hash;
  }

  private byte[] randomBytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }
}
