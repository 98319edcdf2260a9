package cz.okenko.connectors.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/// Sets up Jackson for many short-lived threads: its buffers are lent from one small pool. Left to
/// itself it keeps a set for each thread, and each message that waits has a thread of its own.
public final class Mappers {

  /// Deeper than any message that answers a message that was forwarded.
  private static final int DEEPEST_FOREIGN = 500;

  private Mappers() {}

  /// Reads what platforms send: unknown or repeated members break nothing. One value and nothing
  /// behind it.
  public static JsonMapper lenient() {
    return JsonMapper.builder(factory(DEEPEST_FOREIGN, false))
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();
  }

  /// Reads and writes what the house itself speaks: no key twice, nothing where nothing is to be
  /// said.
  static JsonMapper strict(int deepest) {
    return JsonMapper.builder(factory(deepest, true))
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
        .build();
  }

  private static JsonFactory factory(int deepest, boolean keysOnce) {
    return JsonFactory.builder()
        .recyclerPool(JsonRecyclerPools.sharedBoundedPool())
        .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, keysOnce)
        .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(deepest).build())
        .build();
  }
}
