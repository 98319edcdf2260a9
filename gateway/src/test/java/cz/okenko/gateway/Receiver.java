package cz.okenko.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Another program on loopback that is told what happens, and checks who tells it by code of its own.
public final class Receiver implements AutoCloseable {
  private final HttpServer server;
  private final List<Heard> heard = new ArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile Answering answering = exchange -> exchange.sendResponseHeaders(204, -1);

  /// What one request said.
  public record Heard(String id, String timestamp, String signatures, String body, String path) {
    public JsonNode json() {
      return Wire.json(body);
    }

    public String type() {
      return json().path("type").asText();
    }

    public Instant at() {
      return Instant.ofEpochSecond(Long.parseLong(timestamp));
    }

    /// Whether it is signed with this secret.
    public boolean signedWith(String secret) {
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        byte[] key = Base64.getDecoder().decode(secret.replaceFirst("whsec_", ""));
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        String content = id + "." + timestamp + "." + body;
        byte[] signature = mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
        String expected = "v1," + Base64.getEncoder().encodeToString(signature);
        return Arrays.asList(signatures.split(" ", -1)).contains(expected);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /// What the other side does about a request.
  public interface Answering {
    void to(HttpExchange exchange) throws IOException;
  }

  public Receiver() {
    this(0);
  }

  public Receiver(int port) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::take);
    server.start();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public URI url() {
    return URI.create("http://localhost:" + port() + "/okenko");
  }

  public void answers(int status) {
    answers(exchange -> exchange.sendResponseHeaders(status, -1));
  }

  public void answers(int status, String header, String value) {
    answers(
        exchange -> {
          exchange.getResponseHeaders().add(header, value);
          exchange.sendResponseHeaders(status, -1);
        });
  }

  public void answers(Answering next) {
    answering = next;
  }

  /// Takes requests and never answers.
  public void hangs() {
    answers(
        exchange -> {
          try {
            var _ = end.await(1, TimeUnit.MINUTES);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  public synchronized List<Heard> heard() {
    return List.copyOf(heard);
  }

  public List<String> types() {
    return heard().stream().map(Heard::type).toList();
  }

  /// Waits until so much was heard.
  public List<Heard> await(int count) {
    return await(all -> all.size() >= count);
  }

  public synchronized List<Heard> await(Predicate<List<Heard>> wanted) {
    long deadline = System.nanoTime() + Wire.LIMIT.toNanos();
    try {
      while (!wanted.test(heard)) {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          throw new AssertionError("it was not told; heard " + heard);
        }
        wait(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
    return List.copyOf(heard);
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var one =
        new Heard(
            header(exchange, "webhook-id"),
            header(exchange, "webhook-timestamp"),
            header(exchange, "webhook-signature"),
            body,
            exchange.getRequestURI().getPath());
    Answering now = answering;
    synchronized (this) {
      heard.add(one);
      notifyAll();
    }
    now.to(exchange);
    exchange.close();
  }

  private static String header(HttpExchange exchange, String name) {
    List<String> values = exchange.getRequestHeaders().getOrDefault(name, List.of(""));
    return values.getFirst();
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
  }
}
