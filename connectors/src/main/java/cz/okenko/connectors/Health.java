package cz.okenko.connectors;

import java.time.Duration;

/// How a channel is.
///
/// @param state whether messages come and go
/// @param trouble what went wrong last, [Trouble#NONE] when nothing did since it last went well
/// @param lag how far behind its platform the channel is, as far as it knows
public record Health(State state, Trouble trouble, Duration lag) {
  public static final Health WELL = new Health(State.CONNECTED, Trouble.NONE, Duration.ZERO);

  /// Whether messages come and go.
  public enum State {
    CONNECTING,
    CONNECTED,
    FAILING
  }

  /// What a channel can suffer from; the gateway has a sentence for each.
  public enum Trouble {
    NONE,
    /// The platform cannot be reached or answers nonsense.
    UNREACHABLE,
    /// The platform does not accept our password, token or secret.
    NOT_SIGNED_IN,
    /// Somebody else reads the same account.
    READ_ELSEWHERE,
    /// The platform has news it did not manage to bring us.
    NEWS_PENDING,
    /// The platform asks us to slow down.
    SLOWED_DOWN,
    /// The platform has restricted our account.
    RESTRICTED,
    /// Our own store takes nothing.
    NOT_STORED
  }
}
