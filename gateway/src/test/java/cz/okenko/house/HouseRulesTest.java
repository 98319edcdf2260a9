package cz.okenko.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The house stands by its rules, and each rule is awake.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HouseRulesTest {
  private final JavaClasses house =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("cz.okenko");
  private JavaClasses plants = new ClassFileImporter().importClasses();

  @BeforeAll
  void plant(@TempDir Path folder) throws IOException {
    Plants.into(folder);
    plants = new ClassFileImporter().importPath(folder);
  }

  static Stream<HouseRule> rules() {
    return HouseRules.all().stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void the_house_keeps(HouseRule rule) {
    EvaluationResult result = rule.rule().evaluate(house);

    assertThat(result.getFailureReport().getDetails()).as(rule.toString()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_planted_fault_breaks(HouseRule rule) {
    EvaluationResult result = rule.rule().evaluate(plants);

    assertThat(result.getFailureReport().getDetails())
        .as(rule.toString())
        .anyMatch(fault -> fault.contains("." + rule.plant()));
  }

  @Test
  void all_three_modules_are_looked_at() {
    assertThat(house)
        .extracting(javaClass -> javaClass.getPackageName().split("\\.", -1)[2])
        .contains("knowledge", "connectors", "gateway");
  }

  @Test
  void the_tests_mock_nothing_either() {
    JavaClasses tests =
        new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages("cz.okenko");

    assertThat(HouseRules.noMocks().evaluate(tests).hasViolation()).isFalse();
  }
}
