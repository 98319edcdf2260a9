package cz.okenko.house;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.NullMarked;

/// What the rules of the house ask of one class.
final class Conditions {
  private static final Set<String> OPTIONALS =
      Set.of(
          "java.util.Optional",
          "java.util.OptionalInt",
          "java.util.OptionalLong",
          "java.util.OptionalDouble");
  private static final Set<String> MUTABLE =
      Set.of(
          "java.lang.StringBuilder",
          "java.util.ArrayList",
          "java.util.HashMap",
          "java.util.HashSet",
          "java.util.LinkedHashMap",
          "java.util.EnumMap");
  private static final String REQUEST = "io.helidon.webserver.http.ServerRequest";
  private static final String RESPONSE = "io.helidon.webserver.http.ServerResponse";

  private Conditions() {}

  /// Classes whose full name matches.
  static DescribedPredicate<JavaClass> named(String pattern) {
    return DescribedPredicate.describe(
        "named " + pattern, javaClass -> javaClass.getName().matches(pattern));
  }

  static ArchCondition<JavaClass> beFinalOrOfAClosedKind() {
    return condition(
        "be final, records, enums or interfaces",
        (javaClass, fault) -> {
          boolean closed =
              javaClass.isInterface()
                  || javaClass.isEnum()
                  || javaClass.isRecord()
                  || javaClass.isAnonymousClass()
                  || javaClass.getModifiers().contains(JavaModifier.SYNTHETIC)
                  || javaClass.getModifiers().contains(JavaModifier.FINAL);
          if (!closed) {
            fault.accept("is open for inheritance");
          }
        });
  }

  static ArchCondition<JavaClass> keepOptionalForResults() {
    return condition(
        "have no Optional parameter or field",
        (javaClass, fault) -> {
          for (JavaCodeUnit unit : javaClass.getCodeUnits()) {
            boolean written = !unit.getModifiers().contains(JavaModifier.SYNTHETIC);
            if (written && names(unit.getRawParameterTypes()).stream().anyMatch(OPTIONALS::contains)) {
              fault.accept("takes an Optional in " + unit.getName());
            }
          }
          for (JavaField field : javaClass.getFields()) {
            if (OPTIONALS.contains(field.getRawType().getName())) {
              fault.accept("keeps an Optional in " + field.getName());
            }
          }
        });
  }

  static ArchCondition<JavaClass> lieInANullMarkedPackage() {
    return condition(
        "lie in a @NullMarked package",
        (javaClass, fault) -> {
          if (!javaClass.getPackage().isAnnotatedWith(NullMarked.class)) {
            fault.accept("lies in a package that is not @NullMarked");
          }
        });
  }

  static ArchCondition<JavaClass> haveNoMutableStatic() {
    return condition(
        "have no mutable static",
        (javaClass, fault) -> {
          for (JavaField field : javaClass.getFields()) {
            if (isStatic(field) && isMutable(field)) {
              fault.accept("has the mutable static " + field.getName());
            }
          }
        });
  }

  /// What answers a fault takes the fault as well and is no handler of a route.
  static ArchCondition<JavaClass> handleNoRequests() {
    return condition(
        "handle no HTTP requests",
        (javaClass, fault) -> {
          if (javaClass.isAssignableTo("io.helidon.webserver.http.HttpService")
              || javaClass.isAssignableTo("io.helidon.webserver.http.Handler")) {
            fault.accept("is an HTTP handler");
          }
          for (JavaCodeUnit unit : javaClass.getCodeUnits()) {
            if (names(unit.getRawParameterTypes()).equals(List.of(REQUEST, RESPONSE))) {
              fault.accept("handles requests in " + unit.getName());
            }
          }
        });
  }

  private static boolean isStatic(JavaField field) {
    return field.getModifiers().contains(JavaModifier.STATIC)
        && !field.getModifiers().contains(JavaModifier.SYNTHETIC);
  }

  private static boolean isMutable(JavaField field) {
    String type = field.getRawType().getName();
    return !field.getModifiers().contains(JavaModifier.FINAL)
        || type.startsWith("java.util.concurrent.")
        || MUTABLE.contains(type);
  }

  private static List<String> names(List<JavaClass> classes) {
    return classes.stream().map(JavaClass::getName).toList();
  }

  private static ArchCondition<JavaClass> condition(
      String description, BiConsumer<JavaClass, Consumer<String>> check) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass javaClass, ConditionEvents events) {
        check.accept(
            javaClass,
            fault ->
                events.add(
                    SimpleConditionEvent.violated(javaClass, javaClass.getName() + " " + fault)));
      }
    };
  }
}
