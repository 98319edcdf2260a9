package cz.okenko.connectors.webchat;

import cz.okenko.connectors.Address;
import cz.okenko.connectors.Transcript;
import cz.okenko.connectors.http.EventStream;
import cz.okenko.connectors.http.Json;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;

/// One open stream of events. It holds nothing but the id of the last line it sent: it waits for the
/// bell, reads what came since, and writes it. Lines carry their id, so a browser resumes where it
/// stopped; the state carries none, since it is always sent anew.
final class Stream {
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final int PAGE = 200;

  private final Transcript transcript;
  private final Address address;
  private final Bell.Ear ear;
  private long last;
  private byte[] lastState = {};

  Stream(Transcript transcript, Address address, Bell.Ear ear, long after) {
    this.transcript = transcript;
    this.address = address;
    this.ear = ear;
    this.last = after;
  }

  /// Writes until the browser goes away or the connector closes.
  void run(ServerResponse response) {
    try (var out = new EventStream(response)) {
      while (ear.open()) {
        lines(out);
        state(out);
        out.flush();
        if (!ear.await(HEARTBEAT)) {
          out.heartbeat();
        }
      }
    } catch (NoSuchElementException e) {
      // what the address had was erased; it comes back and learns so
    } catch (IOException | UncheckedIOException e) {
      // the browser is gone; it comes back with the id of the last line it saw
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void lines(EventStream out) throws IOException {
    List<Transcript.Line> lines;
    do {
      lines = transcript.after(address, last, PAGE);
      for (Transcript.Line line : lines) {
        out.event(line.id(), "message", Json.write(Wire.line(line)));
        last = line.id();
      }
      if (lines.size() == PAGE) {
        out.flush();
      }
    } while (lines.size() == PAGE);
  }

  private void state(EventStream out) throws IOException {
    byte[] state = Json.write(Wire.standing(transcript.standing(address)));
    if (!Arrays.equals(state, lastState)) {
      out.event("state", state);
      lastState = state;
    }
  }
}
