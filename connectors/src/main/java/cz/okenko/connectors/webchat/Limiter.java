package cz.okenko.connectors.webchat;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import cz.okenko.connectors.http.Problem;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/// One bucket of tokens for each key; forgets keys that stayed away long enough to be full again.
final class Limiter {
  private static final int MOST_KEYS = 100_000;

  private final LoadingCache<String, Bucket> buckets;

  Limiter(WebChatLimits.Rate rate) {
    Duration untilFull = Duration.ofSeconds(rate.burst() / rate.perSecond() + 1L);
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST_KEYS)
            .expireAfterAccess(untilFull)
            .build(key -> bucket(rate));
  }

  /// @throws cz.okenko.connectors.http.ProblemException of status 429 when the key was too fast
  void take(String key) {
    ConsumptionProbe probe = buckets.get(key).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw Problem.tooMany(Duration.ofNanos(probe.getNanosToWaitForRefill())).asException();
    }
  }

  private static Bucket bucket(WebChatLimits.Rate rate) {
    return Bucket.builder()
        .addLimit(
            limit ->
                limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
        .build();
  }
}
