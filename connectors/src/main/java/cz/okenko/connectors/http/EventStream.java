package cz.okenko.connectors.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// One open response of server-sent events (WHATWG HTML, section 9.2). For the thread of its request
/// alone. Writing fails with an [IOException] once the browser is gone.
public final class EventStream implements AutoCloseable {
  private static final byte[] HEARTBEAT = ": \n\n".getBytes(StandardCharsets.UTF_8);
  private static final byte[] END = "\n\n".getBytes(StandardCharsets.UTF_8);

  private final OutputStream out;
  private final List<byte[]> waiting = new ArrayList<>();

  /// Sends the head and a first comment, so that the browser knows at once that it is connected.
  public EventStream(ServerResponse response) throws IOException {
    response.header(HeaderNames.CONTENT_TYPE, "text/event-stream");
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    response.header("X-Accel-Buffering", "no");
    this.out = response.outputStream();
    heartbeat();
  }

  /// An event the browser can resume after; sent with the next [#flush].
  public void event(long id, String name, byte[] json) {
    write("id: " + id + "\nevent: " + name + "\ndata: ", json);
  }

  /// An event without an id. JSON has no raw line breaks, so one `data:` line carries it.
  public void event(String name, byte[] json) {
    write("event: " + name + "\ndata: ", json);
  }

  /// A comment that keeps the connection alive and finds out whether anybody still listens.
  public void heartbeat() throws IOException {
    waiting.add(HEARTBEAT);
    flush();
  }

  /// Sends what waits, in one piece: what is written in many small ones is sent in many small ones.
  public void flush() throws IOException {
    if (waiting.isEmpty()) {
      return;
    }
    byte[] all = new byte[waiting.stream().mapToInt(part -> part.length).sum()];
    int at = 0;
    for (byte[] part : waiting) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    waiting.clear();
    out.write(all);
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private void write(String head, byte[] json) {
    waiting.add(head.getBytes(StandardCharsets.UTF_8));
    waiting.add(json);
    waiting.add(END);
  }
}
