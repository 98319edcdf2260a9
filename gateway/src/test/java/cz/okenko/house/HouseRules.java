package cz.okenko.house;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static cz.okenko.house.Conditions.beFinalOrOfAClosedKind;
import static cz.okenko.house.Conditions.handleNoRequests;
import static cz.okenko.house.Conditions.haveNoMutableStatic;
import static cz.okenko.house.Conditions.keepOptionalForResults;
import static cz.okenko.house.Conditions.lieInANullMarkedPackage;
import static cz.okenko.house.Conditions.named;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The rules of the house that can be seen in compiled classes.
final class HouseRules {
  private static final String MAIN = "cz\\.okenko\\.gateway\\.Main(\\$.*)?";
  private static final Set<String> TIMES =
      Set.of(
          "java.time.Instant",
          "java.time.LocalDate",
          "java.time.LocalTime",
          "java.time.LocalDateTime",
          "java.time.ZonedDateTime",
          "java.time.OffsetDateTime",
          "java.time.Year",
          "java.time.YearMonth");

  private HouseRules() {}

  static List<HouseRule> all() {
    return Stream.of(modules(), layers(), libraries(), sql(), forms(), forbidden())
        .flatMap(List::stream)
        .toList();
  }

  private static List<HouseRule> modules() {
    return List.of(
        rule(
            "KnowledgeKnowsConnectors",
            noClasses()
                .that()
                .resideInAPackage("cz.okenko.knowledge..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("cz.okenko.connectors..", "cz.okenko.gateway..")
                .as("knowledge-base knows neither connectors nor gateway")),
        rule(
            "ConnectorKnowsKnowledge",
            noClasses()
                .that()
                .resideInAPackage("cz.okenko.connectors..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("cz.okenko.knowledge..", "cz.okenko.gateway..")
                .as("connectors know neither knowledge-base nor gateway")),
        rule(
            "TelegramKnowsEmail",
            slices()
                .matching("cz.okenko.connectors.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                    DescribedPredicate.alwaysTrue(),
                    Predicates.resideInAPackage(
                        "cz.okenko.connectors.http.."))
                .as("no connector knows another one")),
        rule(
            "HandoffInACircle",
            slices()
                .matching("cz.okenko.gateway.(*)..")
                .should()
                .beFreeOfCycles()
                .as("features of the gateway form no cycle")));
  }

  private static List<HouseRule> layers() {
    return List.of(
        knowsOnly("store", "StoreKnowsDelivery"),
        knowsOnly("directory", "DirectoryKnowsStore"),
        knowsOnly("delivery", "DeliveryKnowsConversation", "store", "directory", "access", "web"),
        knowsOnly("hook", "HookKnowsConversation", "store", "access", "web"),
        knowsOnly(
            "conversation",
            "ConversationKnowsHandoff",
            "delivery",
            "hook",
            "store",
            "directory",
            "access",
            "web"),
        knowsOnly(
            "dialogue",
            "DialogueKnowsHandoff",
            "conversation",
            "delivery",
            "store",
            "directory",
            "access",
            "web"));
  }

  /// Classes of the root package `cz.okenko.gateway` that every feature may use are its texts.
  private static HouseRule knowsOnly(String feature, String plant, String... others) {
    String[] allowed =
        Stream.concat(Stream.of(feature), Stream.of(others))
            .map(name -> "cz.okenko.gateway." + name + "..")
            .toArray(String[]::new);
    return rule(
        plant,
        noClasses()
            .that()
            .resideInAPackage("cz.okenko.gateway." + feature + "..")
            .should()
            .dependOnClassesThat(
                Predicates.resideInAPackage(
                        "cz.okenko.gateway..")
                    .and(named("cz.okenko.gateway.Texts").negate())
                    .and(
                        Predicates.resideOutsideOfPackages(allowed)))
            .as(feature + " knows of the gateway only " + List.of(others) + " and the texts"));
  }

  private static List<HouseRule> libraries() {
    return List.of(
        only("SearchesWithLucene", "org.apache.lucene..", "cz.okenko.knowledge.index.."),
        only("PhrasesElsewhere", "dev.langchain4j..", "cz.okenko.knowledge.phrasing.."),
        only("TelegramElsewhere", "org.telegram..", "cz.okenko.connectors.telegram.."),
        only("MailElsewhere", "jakarta.mail..", "cz.okenko.connectors.email.."),
        only("AngusElsewhere", "org.eclipse.angus..", "cz.okenko.connectors.email.."),
        only("GraphElsewhere", "com.restfb..", "cz.okenko.connectors.messenger.."),
        rule(
            "RecordWithJson",
            noClasses()
                .that(
                    named(
                            "cz\\.okenko\\.(connectors\\..*|knowledge\\.content\\..*|.*Api(\\$.*)?"
                                + "|gateway\\.settings\\.YamlReader(\\$.*)?)")
                        .negate())
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml..")
                .as("JSON types only in *Api classes and connectors, YAML only in its readers")),
        rule(
            "Injected",
            noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                    "jakarta.inject..",
                    "javax.inject..",
                    "com.google.inject..",
                    "dagger..",
                    "org.springframework..")
                .as("no DI framework")),
        rule("Mocking", noMocks()));
  }

  private static List<HouseRule> sql() {
    return List.of(
        rule(
            "ApiWithSql",
            noClasses()
                .that(
                    Predicates.resideInAnyPackage(
                            "cz.okenko.connectors..",
                            "cz.okenko.gateway",
                            "cz.okenko.gateway.web..",
                            "cz.okenko.gateway.settings..",
                            "cz.okenko.gateway.directory..",
                            "cz.okenko.gateway.dialogue..")
                        .or(named("cz\\.okenko\\..*(Api|Responder|Connector)(\\$.*)?")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jdbi..")
                .as("jdbi only in store packages and where a feature keeps its rows")),
        rule(
            "KnowledgeWithSql",
            noClasses()
                .that()
                .resideInAPackage("cz.okenko.knowledge..")
                .and()
                .resideOutsideOfPackage("cz.okenko.knowledge.store..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jdbi..")
                .as("jdbi only in the store of knowledge-base")));
  }

  /// Also held over the tests.
  static ArchRule noMocks() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.mockito..", "org.easymock..", "mockit..", "org.powermock..")
        .allowEmptyShould(true)
        .as("no mocking library");
  }

  private static HouseRule only(String plant, String library, String home) {
    return rule(
        plant,
        noClasses()
            .that()
            .resideOutsideOfPackage(home)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(library)
            .as(library + " only in " + home));
  }

  private static List<HouseRule> forms() {
    return List.of(
        rule("OpenClass", classes().should(beFinalOrOfAClosedKind())),
        rule(
            "QueueManager",
            noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Utils?|Helper)(\\$.*)?")
                .as("no Impl, Manager, Util, Helper")),
        rule("OptionalTaken", classes().should(keepOptionalForResults())),
        rule("NotNullMarked", classes().should(lieInANullMarkedPackage())),
        rule("MutableStatic", classes().should(haveNoMutableStatic())),
        rule(
            "HandlesRequests",
            classes()
                .that(named(".*(Api|Connector)(\\$.*)?").negate())
                .should(handleNoRequests())
                .as("HTTP handlers only in *Api or *Connector")));
  }

  private static List<HouseRule> forbidden() {
    return List.of(
        rule(
            "ReadsTheClock",
            noClasses()
                .that(named(MAIN).negate())
                .should()
                .accessTargetWhere(call(HouseRules::readsTheClock, "reads the system clock"))
                .as("nobody reads the system clock")),
        rule(
            "Prints",
            noClasses()
                .that(named(MAIN).negate())
                .should()
                .accessTargetWhere(call(HouseRules::prints, "prints"))
                .as("no System.out, System.err or printStackTrace")),
        rule(
            "Sleeps",
            noClasses()
                .should()
                .accessTargetWhere(call(HouseRules::sleeps, "sleeps"))
                .as("no sleeping")),
        rule(
            "MakesMappers",
            noClasses()
                .that(named("cz\\.okenko\\.connectors\\.http\\.Mappers").negate())
                .should()
                .accessTargetWhere(call(HouseRules::makesMappers, "makes a mapper"))
                .as("no JSON mapper but those of Mappers, whose buffers no thread keeps")),
        rule(
            "ReadsTheEnvironment",
            noClasses()
                .that(named(MAIN).negate())
                .should()
                .accessTargetWhere(call(HouseRules::asksTheSystem, "asks or ends the process"))
                .as("only Main reads the environment and ends the process")));
  }

  private static HouseRule rule(String plant, ArchRule rule) {
    return new HouseRule(plant, rule.allowEmptyShould(true));
  }

  private interface Call {
    boolean is(String owner, String name);
  }

  private static DescribedPredicate<JavaAccess<?>> call(Call call, String description) {
    return target(
            DescribedPredicate.describe(
                description,
                (AccessTarget accessed) ->
                    call.is(accessed.getOwner().getName(), accessed.getName())))
        .as(description);
  }

  private static boolean readsTheClock(String owner, String name) {
    return (TIMES.contains(owner) && name.equals("now"))
        || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"))
        || (owner.equals("java.time.Clock") && name.startsWith("system"))
        || (owner.equals("java.time.InstantSource") && name.equals("system"))
        || (owner.equals("java.util.Date") && name.equals("<init>"))
        || (owner.equals("java.util.Calendar") && name.equals("getInstance"));
  }

  private static boolean prints(String owner, String name) {
    return (owner.equals("java.lang.System") && (name.equals("out") || name.equals("err")))
        || name.equals("printStackTrace")
        || owner.equals("java.lang.IO");
  }

  private static boolean sleeps(String owner, String name) {
    return name.equals("sleep")
        && (owner.equals("java.lang.Thread") || owner.equals("java.util.concurrent.TimeUnit"));
  }

  private static boolean makesMappers(String owner, String name) {
    return Set.of("builder", "<init>").contains(name)
        && Set.of(
                "com.fasterxml.jackson.core.JsonFactory",
                "com.fasterxml.jackson.databind.ObjectMapper",
                "com.fasterxml.jackson.databind.json.JsonMapper")
            .contains(owner);
  }

  private static boolean asksTheSystem(String owner, String name) {
    return (owner.equals("java.lang.System") || owner.equals("java.lang.Runtime"))
        && Set.of("getenv", "exit", "halt").contains(name);
  }
}
