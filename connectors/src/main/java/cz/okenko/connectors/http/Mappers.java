package cz.okenko.connectors.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/// Sets up Jackson for many short-lived threads: its buffers are lent from one small pool. Left to
/// itself it keeps a set for each thread, and each message that waits has a thread of its own.
public final class Mappers {

  /// Deeper than any message that answers a message that was forwarded.
  private static final int DEEPEST = 500;

  private Mappers() {}

  /// Reads what platforms send, not as strict as [Json]: unknown or repeated members break nothing.
  /// One value and nothing behind it.
  public static JsonMapper lenient() {
    return JsonMapper.builder(factory(DEEPEST).build())
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();
  }

  static JsonFactoryBuilder factory(int deepest) {
    return (JsonFactoryBuilder)
        JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.sharedBoundedPool())
            .streamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(deepest).build());
  }
}
