package cz.okenko.gateway.conversation;

import java.util.Locale;
import java.util.Optional;

/// How a conversation ended, as the clerk who closed it tells.
///
/// @param base whether the answer was among the articles
/// @param article the slug of the article it was in, else empty
public record Outcome(Reason reason, Base base, String article) {
  /// Nobody told: the citizen ended it, or the matter goes on elsewhere.
  public static final Outcome UNTOLD = new Outcome(Reason.UNTOLD, Base.UNTOLD, "");

  public Outcome {
    if (!article.isEmpty() && base != Base.YES) {
      throw new IllegalArgumentException("an answer that was not in the base names " + article);
    }
  }

  /// Why it was closed.
  public enum Reason {
    UNTOLD,
    ANSWERED,
    PASSED_ON,
    SPAM,
    CITIZEN_LEFT,
    OTHER;

    /// The word used in addresses and rows; empty for [#UNTOLD].
    public String code() {
      return this == UNTOLD ? "" : name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Reason> of(String code) {
      for (Reason reason : values()) {
        if (reason.code().equals(code)) {
          return Optional.of(reason);
        }
      }
      return Optional.empty();
    }
  }

  /// Whether the answer was among the articles.
  public enum Base {
    UNTOLD,
    YES,
    NO;

    /// The word used in addresses and rows; empty for [#UNTOLD].
    public String code() {
      return this == UNTOLD ? "" : name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Base> of(String code) {
      for (Base base : values()) {
        if (base.code().equals(code)) {
          return Optional.of(base);
        }
      }
      return Optional.empty();
    }
  }
}
