package cz.okenko.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.gateway.store.Store;
import cz.okenko.knowledge.ContentSource;
import cz.okenko.knowledge.Draft;
import cz.okenko.knowledge.Fact;
import cz.okenko.knowledge.Faq;
import cz.okenko.knowledge.KnowledgeBase;
import cz.okenko.knowledge.KnowledgeSettings;
import cz.okenko.knowledge.Slug;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything published leaves as files and comes back from them, and nothing is lost on the way.
final class RoundTripTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void startOnce() throws IOException {
    PreparedFolder.copyTo(folder.resolve("one"), "shipped");
  }

  @Test
  void the_whole_content_with_the_offices_edits_comes_back_the_same() throws Exception {
    editsOfTheOffice();
    assertThat(run("shipped", "export", path("first"), "--data", path("one"))).isZero();

    assertThat(run("none", "import-content", path("first"), "--data", path("two"))).isZero();
    assertThat(said(err)).isEmpty();
    assertThat(run("none", "export", path("second"), "--data", path("two"))).isZero();

    Map<String, String> first = files("first");
    assertThat(first.keySet())
        .contains("cs/poplatek-pes.md", "faq/bazen.md", "facts.yaml", "lexicon.yaml",
            "elsewhere.yaml", "intents.yaml", "foreign.yaml", "said.yaml");
    assertThat(files("second")).isEqualTo(first);
    assertThat(first.get("facts.yaml")).contains("123 Kč").contains("valid-to: \"2026-12-31\"");
  }

  @Test
  void importing_the_same_folder_again_changes_nothing() throws Exception {
    assertThat(run("shipped", "export", path("first"), "--data", path("one"))).isZero();
    assertThat(run("shipped", "import-content", path("first"), "--data", path("one"))).isZero();

    // The lists come from the program until an office brings its own.
    assertThat(said(out)).doesNotContain("cs/").doesNotContain("facts.yaml").contains("0 files left out");
  }

  @Test
  void a_faulty_file_is_left_out_whole_and_the_rest_goes_in() throws Exception {
    assertThat(run("shipped", "export", path("first"), "--data", path("one"))).isZero();
    Path dog = folder.resolve("first/cs/poplatek-pes.md");
    Files.writeString(dog, Files.readString(dog) + "\n## nonsense\nNic.\n");
    Path tree = folder.resolve("first/cs/kaceni-drevin.md");
    Files.writeString(tree, Files.readString(tree).replaceFirst("## answer\n", "## answer\nNově. "));

    assertThat(
            run("shipped", "import-content", path("first"), "--data", path("one"), "--dry-run"))
        .isZero();
    assertThat(said(out))
        .contains("changed  cs/kaceni-drevin.md: answer")
        .contains("1 files left out (dry run, nothing was written)");
    assertThat(said(err)).contains("first/cs/poplatek-pes.md").contains("unknown section");

    run("shipped", "import-content", path("first"), "--data", path("one"));
    assertThat(run("shipped", "export", path("third"), "--data", path("one"))).isZero();
    assertThat(files("third").get("cs/kaceni-drevin.md")).contains("Nově. ");
    assertThat(files("third").get("cs/poplatek-pes.md")).doesNotContain("nonsense");
  }

  @Test
  void a_folder_that_holds_something_is_not_written_into() throws Exception {
    Files.createDirectories(folder.resolve("first"));
    Files.writeString(folder.resolve("first/mine.txt"), "mine");

    assertThat(run("shipped", "export", path("first"), "--data", path("one"))).isEqualTo(1);
    assertThat(said(err)).contains("is not empty");
  }

  @Test
  void linked_data_is_written_to_a_file() throws Exception {
    assertThat(run("shipped", "export", "--cpsv", path("a.jsonld"), "--data", path("one")))
        .isZero();

    assertThat(Files.readString(folder.resolve("a.jsonld"))).contains("\"cpsv:PublicService\"");
  }

  private void editsOfTheOffice() throws IOException {
    InstantSource clock = InstantSource.system();
    LocalDate day = LocalDate.of(2026, 11, 21);
    var fact =
        new Fact(
            "kaceni-poplatek", "123 Kč", "", "", day, LocalDate.of(2026, 12, 31), URI.create(""),
            day, true);
    try (Store store = Store.open(folder.resolve("one/okenko.db"));
        KnowledgeBase knowledge =
            KnowledgeBase.open(
                new KnowledgeSettings(
                    new ContentSource.Shipped(), folder.resolve("index"), settings().localFacts()),
                store,
                clock)) {
      knowledge.publishAll(
          List.of(
              new Draft.FactValue(fact),
              new Draft.FaqEntry(Faq.of(new Slug("bazen"), "Kdy? \"Ve středu\"", "Ano: *ne*."))));
    }
  }

  private Settings settings() throws IOException {
    return Settings.load(
        Map.of("OKENKO_CONFIG", RunningGateway.settings(folder).toString()),
        InstantSource.system());
  }

  private int run(String content, String... arguments) throws Exception {
    out.reset();
    err.reset();
    Map<String, String> environment =
        Map.of(
            "OKENKO_CONFIG", RunningGateway.settings(folder).toString(),
            "OKENKO_CONTENT", content);
    return new Main.Command(environment, printer(out), printer(err)).run(List.of(arguments));
  }

  private static PrintStream printer(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String said(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private Map<String, String> files(String name) throws IOException {
    Path root = folder.resolve(name);
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(root)) {
      walk.filter(Files::isRegularFile)
          .forEach(file -> files.put(root.relativize(file).toString(), read(file)));
    }
    return files;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
