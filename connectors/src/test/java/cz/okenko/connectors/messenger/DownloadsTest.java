package cz.okenko.connectors.messenger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.okenko.connectors.Attachment;
import cz.okenko.connectors.RememberingOffice;
import cz.okenko.connectors.messenger.FakeGraph.Reply;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files of citizens, opened by the link the platform gave.
@Timeout(60)
final class DownloadsTest {
  private final MessengerBench bench =
      new MessengerBench(new RememberingOffice(), Instant.parse("2026-11-23T09:00:00Z"));

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void fb_15_a_file_is_opened_where_the_platform_keeps_it() throws IOException {
    String url = bench.graph.file("a.txt", new Reply(200, "X-A", "", "žádost"));

    assertThat(read(url)).isEqualTo("žádost");
  }

  @Test
  void fb_15_a_file_larger_than_the_platform_takes_ends_with_an_error() {
    int most = (int) Downloads.LARGEST;
    String fits = bench.graph.file("b", new Reply(200, "X-A", "", "a".repeat(most)));
    String larger = bench.graph.file("c", new Reply(200, "X-A", "", "a".repeat(most + 1)));

    assertThatThrownBy(() -> read(larger))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("larger");
    assertThat(open(fits)).isTrue();
  }

  private boolean open(String url) {
    try (InputStream in = bench.connector.fetch(attachment(url))) {
      return in.readAllBytes().length == Downloads.LARGEST;
    } catch (IOException e) {
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest",
        "http://localhost:1/x",
        "https://localhost/x",
        "http://scontent.xx.fbcdn.net/x",
        "https://fbcdn.net.zlo.example/x",
        "https://zlo.example/fbcdn.net",
        "https://notfbcdn.net/x",
        "https://fbcdn.net@zlo.example/x",
        "https://zlo@fbcdn.net/x",
        "https://fbcdn.net:8443/x",
        "//fbcdn.net/x",
        "file:///etc/passwd",
        "IMAGE_URL",
        "BLOB BLOB",
        ""
      })
  void a_link_that_is_not_the_platforms_is_not_followed(String url) {
    assertThatThrownBy(() -> read(url)).isInstanceOf(FileNotFoundException.class);
  }

  @Test
  void a_redirection_is_followed_only_to_the_platform() throws IOException {
    bench.graph.file("target", new Reply(200, "X-A", "", "obsah"));
    String inside = bench.graph.file("in", new Reply(302, "Location", "/files/target", ""));
    String outside =
        bench.graph.file("out", new Reply(302, "Location", "http://127.0.0.1:1/x", ""));
    String round = bench.graph.file("round", new Reply(302, "Location", "/files/round", ""));

    assertThat(read(inside)).isEqualTo("obsah");
    assertThatThrownBy(() -> read(outside)).isInstanceOf(FileNotFoundException.class);
    assertThatThrownBy(() -> read(round)).isInstanceOf(FileNotFoundException.class);
  }

  @Test
  void what_is_gone_is_gone_and_what_fails_is_tried_again() {
    String forbidden = bench.graph.file("f", new Reply(403, "X-A", "", ""));
    String failing = bench.graph.file("g", new Reply(500, "X-A", "", ""));

    assertThatThrownBy(() -> read(forbidden)).isInstanceOf(FileNotFoundException.class);
    assertThatThrownBy(() -> read(bench.graph.origin() + "/files/none"))
        .isInstanceOf(FileNotFoundException.class);
    assertThatThrownBy(() -> read(failing))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(FileNotFoundException.class);
  }

  private String read(String url) throws IOException {
    try (InputStream in = bench.connector.fetch(attachment(url))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Attachment attachment(String url) {
    return new Attachment("", "", 0, url);
  }
}
