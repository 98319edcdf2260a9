package cz.okenko.gateway.hook;

import cz.okenko.connectors.http.Json;
import cz.okenko.gateway.store.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// What hooks are still to be told. Rows enter in the transaction of what they tell of, so neither is
/// there without the other; where nobody wants to know, nothing is written.
public final class Dispatches {
  private final Ids ids;
  private final InstantSource clock;

  public Dispatches(Ids ids, InstantSource clock) {
    this.ids = ids;
    this.clock = clock;
  }

  /// Inside a unit of writing: tells every hook that is on and wants to know.
  ///
  /// @param data ids and codes: no text of a message, no name, no contact
  public void put(Handle handle, Happened happened, Map<String, Object> data) {
    List<Hook> hooks =
        HookRows.on(handle).stream().filter(hook -> hook.wanted().contains(happened)).toList();
    hooks.forEach(hook -> put(handle, hook.id(), happened, data));
  }

  /// Inside a unit of writing: tells one hook, whatever it wants to know.
  void put(Handle handle, long hook, Happened happened, Map<String, Object> data) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var waiting = new Dispatch.Progress(Dispatch.State.WAITING, now, 0, Answer.NONE);
    String body = body(happened, now, data);
    var dispatch = new Dispatch(ids.next(), happened.code(), now, body, waiting);
    DispatchRows.insert(handle, hook, dispatch);
  }

  private static String body(Happened happened, Instant at, Map<String, Object> data) {
    var body = new LinkedHashMap<String, Object>();
    body.put("type", happened.code());
    body.put("timestamp", at.toString());
    body.put("data", data);
    return new String(Json.write(body), StandardCharsets.UTF_8);
  }
}
