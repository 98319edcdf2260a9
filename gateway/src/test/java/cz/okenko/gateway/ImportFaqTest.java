package cz.okenko.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `okenko import-faq` as the operator calls it.
final class ImportFaqTest {
  private static final String LIST =
      """
      id\tquestion\tanswer\turl
      FAQ_1\tKdy má otevřeno krytý bazén?\tVe všední dny od osmi.\thttps://obec.example/bazen
      á\tA v neděli?\tNe.\t
      FAQ_2\tKde se dá zaparkovat?\t<p>Na <a href="javascript:x">náměstí</a>.</p>\t
      """;

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void what_can_be_taken_is_published_and_the_rest_is_named() throws Exception {
    assertThat(run("import-faq", list(LIST), "--data", data())).isZero();

    assertThat(said(out)).contains("2 new, 0 changed, 0 the same, 1 refused");
    assertThat(said(err)).contains("line 3: id “á”");

    assertThat(run("import-faq", list(LIST), "--data", data())).isZero();
    assertThat(said(out)).contains("0 new, 0 changed, 2 the same, 1 refused");
  }

  @Test
  void a_dry_run_says_what_would_be_and_writes_nothing() throws Exception {
    assertThat(run("import-faq", "--dry-run", list(LIST), "--data", data())).isZero();
    assertThat(said(out))
        .contains("new      FAQ_1  Kdy má otevřeno krytý bazén?")
        .contains("2 new, 0 changed, 0 the same, 1 refused (dry run, nothing was written)");

    assertThat(run("import-faq", "--dry-run", list(LIST), "--data", data())).isZero();
    assertThat(said(out)).contains("2 new");
  }

  @Test
  void a_wrong_call_and_a_file_that_is_none_are_told_apart_by_their_status() throws Exception {
    assertThat(run("import-faq")).isEqualTo(2);
    assertThat(run("import-faq", list(LIST), "--nonsense")).isEqualTo(2);
    assertThat(run("import-faq", folder.resolve("missing.tsv").toString(), "--data", data()))
        .isEqualTo(1);
    assertThat(said(err)).contains("missing.tsv: there is no such file");
    assertThat(run("import-faq", list("id\tquestion\tanswer\n"), "--data", data())).isEqualTo(1);
  }

  @Test
  void a_running_gateway_answers_with_what_was_imported() throws Exception {
    try (RunningGateway gateway = RunningGateway.start(folder, InstantSource.system())) {
      assertThat(run("import-faq", list(LIST), "--data", data())).isZero();

      long end = System.nanoTime() + Wire.LIMIT.toNanos();
      while (status(gateway, "/api/articles/FAQ_1") != 200 && System.nanoTime() < end) {
        Thread.onSpinWait();
      }
      assertThat(status(gateway, "/api/articles/FAQ_1")).isEqualTo(200);
      assertThat(body(gateway, "/api/answer?q=kdy%20ma%20otevreno%20kryty%20bazen"))
          .contains("Ve všední dny od osmi.");
      assertThat(body(gateway, "/situace/FAQ_2")).contains("<p>Na náměstí.</p>");
    }
  }

  private static int status(RunningGateway gateway, String path) {
    return Wire.send(HttpRequest.newBuilder(gateway.base().resolve(path))).statusCode();
  }

  private static String body(RunningGateway gateway, String path) {
    return Wire.send(HttpRequest.newBuilder(gateway.base().resolve(path))).body();
  }

  private int run(String... arguments) throws Exception {
    out.reset();
    err.reset();
    Map<String, String> environment =
        Map.of("OKENKO_CONFIG", RunningGateway.settings(folder).toString());
    return new Main.Command(environment, printer(out), printer(err))
        .run(new ArrayList<>(List.of(arguments)));
  }

  private static PrintStream printer(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String said(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private String list(String text) throws IOException {
    return Files.writeString(folder.resolve("list.tsv"), text).toString();
  }
}
