package cz.okenko.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nothing in the house is too large, and what is would be noticed.
final class SourceRulesTest {
  private static final List<String> MODULES = List.of("knowledge-base", "connectors", "gateway");
  private static final int MEDIAN_FILE = 80;

  @TempDir Path folder;

  @Test
  void files_methods_and_parameter_lists_of_the_house_are_small() throws IOException {
    assertThat(SourceRules.faults(sources("main"))).isEmpty();
  }

  @Test
  void files_methods_and_parameter_lists_of_the_tests_are_small() throws IOException {
    assertThat(SourceRules.faults(sources("test"))).isEmpty();
  }

  @Test
  void most_files_are_one_screen() throws IOException {
    List<Long> lengths = new ArrayList<>();
    for (Path file : sources("main")) {
      lengths.add((long) Files.readAllLines(file).size());
    }
    lengths.sort(null);

    assertThat(lengths.get(lengths.size() / 2)).isLessThanOrEqualTo(MEDIAN_FILE);
  }

  @Test
  void a_long_file_is_noticed() throws IOException {
    assertThat(faults("Long", "class Long {\n" + "// more\n".repeat(399) + "}\n"))
        .containsExactly("Long.java has 401 lines, 400 are allowed");
  }

  @Test
  void a_long_composition_root_is_noticed() throws IOException {
    assertThat(faults("Gateway", "class Gateway {\n" + "// more\n".repeat(149) + "}\n"))
        .containsExactly("Gateway.java has 151 lines, 150 are allowed");
  }

  @Test
  void a_long_method_is_noticed() throws IOException {
    String allowed = "class A {\n  void a() {\n" + "    a();\n".repeat(38) + "  }\n}\n";
    String tooLong = allowed.replaceFirst("a\\(\\);", "a();\n    a();");

    assertThat(faults("A", allowed)).isEmpty();
    assertThat(faults("A", tooLong))
        .singleElement()
        .asString()
        .contains("A.java:2: a has 41 lines, 40 are allowed");
  }

  @Test
  void a_comment_before_a_method_is_not_counted() throws IOException {
    String comment = "  /// More.\n".repeat(10);

    assertThat(faults("A", "class A {\n" + comment + "  void a() {\n" + "\n".repeat(38) + "}\n}"))
        .isEmpty();
  }

  @Test
  void many_parameters_are_noticed_but_for_the_components_of_a_record() throws IOException {
    String six = "(int a, int b, int c, int d, int e, int f)";

    assertThat(faults("A", "class A { A" + six + " {} }")).hasSize(1);
    assertThat(faults("A", "record A() { void a" + six + " {} }")).hasSize(1);
    assertThat(faults("A", "record A" + six + " { A { a = 1; } }")).isEmpty();
    assertThat(faults("A", "class A { void a(int a, int b, int c, int d, int e) {} }")).isEmpty();
  }

  private List<String> faults(String name, String text) throws IOException {
    return SourceRules.faults(
        List.of(Files.writeString(folder.resolve(name + ".java"), text)));
  }

  private static List<Path> sources(String kind) throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String module : MODULES) {
      Path folder = repository().resolve(module).resolve("src").resolve(kind).resolve("java");
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.walk(folder)) {
          files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
        }
      }
    }
    return sources;
  }

  private static Path repository() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(here.resolve("knowledge-base"))) {
      here = here.resolve("..").normalize();
    }
    return here;
  }
}
