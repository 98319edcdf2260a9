package cz.okenko.gateway.conversation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A one-time code: nine random characters of Crockford's base 32 and one that checks them, so that a
/// slip of the finger, and most words of ten letters, are told from a code. It has a letter and a
/// digit always: neither a word nor a telephone number is one.
///
/// Source of the alphabet: Douglas Crockford, Base 32, crockford.com/base32.html, 2026-11-28.
///
/// @param characters ten of the alphabet, capitals
record Code(String characters) {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int RANDOM = 9;

  /// Inside a sentence: ten together, or two groups of five.
  private static final Pattern AMONG_WORDS =
      Pattern.compile("(?<![\\p{L}\\p{N}])[0-9A-Za-z]{5}[ -]?[0-9A-Za-z]{5}(?![\\p{L}\\p{N}])");

  /// As the whole of a message: ten, however apart.
  private static final Pattern ALONE = Pattern.compile("\\s*[0-9A-Za-z](?:[\\s–-]?[0-9A-Za-z]){9}\\s*");

  static Code random(SecureRandom random) {
    while (true) {
      var text = new StringBuilder();
      for (int i = 0; i < RANDOM; i++) {
        text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      }
      var code = new Code(text.append(check(text)).toString());
      if (mixed(code.characters)) {
        return code;
      }
    }
  }

  /// The first code in a text, however it is written: small letters, dashes, spaces, O for 0, I and L
  /// for 1.
  static Optional<Code> in(String text) {
    if (ALONE.matcher(text).matches()) {
      return Optional.of(plain(text)).filter(Code::valid).map(Code::new);
    }
    Matcher written = AMONG_WORDS.matcher(text);
    for (int from = 0; written.find(from); from = written.start() + 1) {
      String characters = plain(written.group());
      if (valid(characters)) {
        return Optional.of(new Code(characters));
      }
    }
    return Optional.empty();
  }

  /// Whether a text is nothing but ten letters and digits: somebody meant a code, and mistyped it.
  static boolean resembles(String text) {
    return mixed(text) && ALONE.matcher(text).matches();
  }

  /// As people read it: two groups of five.
  String readable() {
    return characters.substring(0, 5) + "-" + characters.substring(5);
  }

  /// What is kept of it. A code lives for some days and is tried five times an hour, so it
  /// needs no salt.
  String hash() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(sha256.digest(characters.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// It opens a citizen's matter and must not reach a log.
  @Override
  public String toString() {
    return "a code";
  }

  private static String plain(String written) {
    var plain = new StringBuilder();
    for (char c : written.toUpperCase(Locale.ROOT).toCharArray()) {
      switch (c) {
        case 'O' -> plain.append('0');
        case 'I', 'L' -> plain.append('1');
        default -> plain.append(Character.isLetterOrDigit(c) ? Character.toString(c) : "");
      }
    }
    return plain.toString();
  }

  private static boolean valid(String characters) {
    return characters.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
        && mixed(characters)
        && check(characters.substring(0, RANDOM)) == characters.charAt(RANDOM);
  }

  private static boolean mixed(String characters) {
    return characters.chars().anyMatch(Character::isDigit)
        && characters.chars().anyMatch(Character::isLetter);
  }

  /// Any one wrong character changes it, because the weights are odd and 32 divides no product of an
  /// odd number with a smaller one; swapped neighbours change it unless they are 16 apart.
  private static char check(CharSequence nine) {
    int sum = 0;
    for (int i = 0; i < RANDOM; i++) {
      sum += (2 * i + 1) * ALPHABET.indexOf(nine.charAt(i));
    }
    return ALPHABET.charAt(sum % ALPHABET.length());
  }
}
