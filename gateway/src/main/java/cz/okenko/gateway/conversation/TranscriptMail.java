package cz.okenko.gateway.conversation;

import cz.okenko.connectors.Address;
import cz.okenko.connectors.Delivery;
import cz.okenko.connectors.Letter;
import cz.okenko.connectors.Transcript.Mailing;
import cz.okenko.gateway.Texts;
import cz.okenko.gateway.conversation.TranscriptMailRows.Sent;
import cz.okenko.gateway.store.Ids;
import cz.okenko.gateway.store.Store;
import cz.okenko.knowledge.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// Mails a transcript to the address a citizen names, once a code proves that they read it, or at once where
/// an e-mail conversation at that very address goes on here by its code. Nothing of it waits: the citizen
/// is told at once whether the mail went. The address is not kept. Safe for any thread.
public final class TranscriptMail {
  /// How long a code is good.
  static final Duration LIFE = Duration.ofMinutes(30);

  static final int MOST_TRIES = 5;

  /// Mails of one conversation in an hour, and to one address in a day, whoever wants them.
  static final int MOST_OF_ONE = 5;

  static final int MOST_TO_ONE = 6;
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final Store store;
  private final Ids ids;
  private final Post post;
  private final Texts texts;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  /// How letters go.
  public interface Post {
    /// @throws IOException when it could not be reached
    Delivery post(Letter letter) throws IOException;

    /// Whether whoever is reached at an address of a conversation reads that contact.
    boolean reads(Address address, String contact);
  }

  public TranscriptMail(Store store, Ids ids, Post post, Texts texts, InstantSource clock) {
    this.store = store;
    this.ids = ids;
    this.post = post;
    this.texts = texts;
    this.clock = clock;
  }

  /// Whose transcript goes where.
  ///
  /// @param office its name
  record Wish(ConversationId conversation, String email, Language language, String office) {
    private String contact() {
      return hash(email.strip().toLowerCase(Locale.ROOT));
    }
  }

  /// Sends a code, or the transcript where none is needed.
  Mailing ask(Wish wish, Supplier<String> transcript) {
    if (proven(wish)) {
      return count(wish, "") ? send(wish, transcript, () -> {}) : Mailing.TOO_MANY;
    }
    Code code = Code.random(random);
    if (!count(wish, code.hash())) {
      return Mailing.TOO_MANY;
    }
    String subject = texts.text(wish.language, "transcript-mail.code-subject", wish.office);
    String text =
        texts.text(wish.language, "transcript-mail.code", wish.office, code.readable());
    return letter(wish, subject, text) == Mailing.SENT ? Mailing.CODE_SENT : Mailing.FAILED;
  }

  /// Sends the transcript when the code is right.
  Mailing confirm(Wish wish, String code, Supplier<String> transcript) {
    Instant since = clock.instant().minus(LIFE);
    Optional<Sent> sent =
        store.read(
            handle ->
                TranscriptMailRows.code(handle, wish.conversation, wish.contact(), since));
    if (sent.isEmpty() || sent.get().tries() >= MOST_TRIES) {
      return Mailing.WRONG_CODE;
    }
    long id = sent.get().id();
    boolean right =
        Code.in(code).filter(typed -> typed.hash().equals(sent.get().code())).isPresent();
    if (!right) {
      store.write(handle -> TranscriptMailRows.tried(handle, id));
      return Mailing.WRONG_CODE;
    }
    return count(wish, "")
        ? send(wish, transcript, () -> store.write(h -> TranscriptMailRows.used(h, id)))
        : Mailing.TOO_MANY;
  }

  private Mailing send(Wish wish, Supplier<String> transcript, Runnable sent) {
    String subject = texts.text(wish.language, "transcript-mail.subject", wish.office);
    String text = texts.text(wish.language, "transcript-mail.text") + "\n\n" + transcript.get();
    Mailing mailing = letter(wish, subject, text);
    if (mailing == Mailing.SENT) {
      sent.run();
    }
    return mailing;
  }

  private Mailing letter(Wish wish, String subject, String text) {
    String id = Long.toString(ids.next());
    try {
      Delivery delivery =
          post.post(new Letter(id, wish.email.strip(), wish.language.code(), subject, text));
      return delivery instanceof Delivery.Delivered ? Mailing.SENT : Mailing.FAILED;
    } catch (IOException e) {
      return Mailing.FAILED;
    }
  }

  /// Counts a mail that is about to go, if it may.
  private boolean count(Wish wish, String code) {
    Instant now = clock.instant();
    var sent = new Sent(ids.next(), code, 0);
    return store.write(
        handle -> {
          TranscriptMailRows.forget(handle, now.minus(DAY));
          boolean tooMany =
              TranscriptMailRows.of(handle, wish.conversation, now.minus(HOUR)) >= MOST_OF_ONE
                  || TranscriptMailRows.to(handle, wish.contact(), now.minus(DAY)) >= MOST_TO_ONE;
          return !tooMany
              && TranscriptMailRows.add(handle, sent, wish.conversation, wish.contact(), now) == 1;
        });
  }

  /// Whether the matter came here by a code from a conversation at that address: whoever typed it read the mail
  /// it stood in.
  private boolean proven(Wish wish) {
    List<Address> before =
        store.read(handle -> ConversationRows.origins(handle, wish.conversation));
    return before.stream().anyMatch(address -> post.reads(address, wish.email.strip()));
  }

  private static String hash(String text) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
