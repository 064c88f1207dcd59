package io.callsheet;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The house of the design: which room may know which. */
class ArchitectureTest {
  private static final String[] JDBC = {
    "java.sql..",
    "javax.sql..",
    "org.springframework.jdbc..",
    "org.h2..",
    "org.postgresql..",
    "com.zaxxer..",
    "org.flywaydb.."
  };
  private static final List<String> LANES = List.of("upload", "submit", "poll", "collect");
  private static final Set<String> OWN_TIME =
      Set.of("now", "currentTimeMillis", "systemUTC", "systemDefaultZone");

  private static JavaClasses house;

  @BeforeAll
  static void read_the_production_classes() {
    house =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.callsheet");
    assertThat(house.containPackage("io.callsheet.collect")).isTrue();
  }

  @Test
  void rooms_form_no_cycle() {
    slices()
        .matching("io.callsheet.(*)..")
        .should()
        .beFreeOfCycles()
        .because("data flows down the page; a cycle makes two rooms one")
        .check(house);
  }

  @ParameterizedTest
  @ValueSource(strings = {"upload", "submit", "poll", "collect"})
  void a_lane_imports_no_other_lane(String lane) {
    String[] others =
        LANES.stream()
            .filter(other -> !other.equals(lane))
            .map(other -> "io.callsheet." + other + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage("io.callsheet." + lane + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .because("lanes meet only through the ledger")
        .check(house);
  }

  @Test
  void the_model_sees_only_java() {
    classes()
        .that()
        .resideInAPackage("io.callsheet.model..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("io.callsheet.model..", "java..", "org.jspecify..")
        .because("the words of the house outlive every library")
        .check(house);
  }

  @Test
  void spring_batch_stays_in_lane_pipeline_and_cli() {
    onlyIn("lane", "pipeline", "cli")
        .dependOnClassesThat()
        .resideInAPackage("org.springframework.batch..")
        .because("a lane's work must be readable without knowing Spring Batch")
        .check(house);
  }

  @Test
  void jdbc_stays_in_the_ledger() {
    onlyIn("ledger")
        .dependOnClassesThat()
        .resideInAnyPackage(JDBC)
        .because("the ledger is the only writer of state and credits")
        .check(house);
  }

  @Test
  void http_stays_in_the_provider_and_the_sandbox() {
    onlyIn("provider", "sandbox")
        .dependOnClassesThat()
        .resideInAPackage("java.net.http..")
        .because("a paid request leaves through one door")
        .check(house);
  }

  @Test
  void references_are_fetched_by_the_asset_room_alone_and_the_service_asked_by_the_provider() {
    onlyIn("asset.remote", "provider")
        .dependOnClassesThat()
        .resideInAPackage("org.apache.hc..")
        .because("every address from a manifest passes the one place that judges it")
        .check(house);
  }

  @Test
  void the_sandbox_speaks_http_only_to_what_its_users_named() {
    noClasses()
        .that()
        .resideInAPackage("io.callsheet.sandbox..")
        .and()
        .haveSimpleNameNotStartingWith("Webhooks")
        .and()
        .haveSimpleNameNotStartingWith("ReferenceFetcher")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.net.http..")
        .because("it stands in for the service and calls nobody but callbacks and references")
        .check(house);
  }

  @Test
  void the_aws_sdk_stays_in_storage_and_the_sandbox() {
    onlyIn("storage", "sandbox")
        .dependOnClassesThat()
        .resideInAPackage("software.amazon..")
        .because("any other store must be able to take its place")
        .check(house);
  }

  @Test
  void nothing_but_the_main_class_imports_the_cli() {
    noClasses()
        .that(outside("cli"))
        .and()
        .doNotHaveFullyQualifiedName("io.callsheet.Callsheet")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.callsheet.cli..")
        .because("a console or a scheduler must be able to take its place")
        .check(house);
  }

  @Test
  void nothing_but_the_cli_imports_the_sandbox() {
    onlyIn("cli", "sandbox")
        .dependOnClassesThat()
        .resideInAPackage("io.callsheet.sandbox..")
        .because("the product must not know whether it talks to a stand-in")
        .check(house);
  }

  @Test
  void names_say_a_role() {
    noClasses()
        .should()
        .haveNameMatching(".*(Util|Utils|Impl|Manager|Helper)")
        .because("a name that says nothing collects everything")
        .check(house);
  }

  @Test
  void time_comes_from_the_injected_clock() {
    noClasses()
        .that(outside("cli"))
        .should()
        .callMethodWhere(describe("it asks the machine for the time", ArchitectureTest::asksTime))
        .because("what depends on time is tested with a clock that stands still")
        .check(house);
  }

  @Test
  void even_the_cli_makes_only_the_one_clock() {
    noClasses()
        .should()
        .callMethodWhere(
            describe(
                "it asks the machine for the time",
                call -> asksTime(call) && !call.getName().startsWith("system")))
        .because("what depends on time is tested with a clock that stands still")
        .check(house);
  }

  @Test
  void nothing_static_can_change() {
    fields()
        .that()
        .areStatic()
        .should()
        .beFinal()
        .andShould()
        .notHaveRawType(
            resideInAnyPackage("java.util.concurrent..")
                .or(nameIn("java.util.HashMap", "java.util.ArrayList", "java.util.ArrayDeque")))
        .because("two runs in one process must not meet")
        .check(house);
  }

  @Test
  void every_room_says_its_job_and_is_null_marked() {
    Set<String> rooms =
        house.stream().map(JavaClass::getPackageName).collect(java.util.stream.Collectors.toSet());
    assertThat(rooms)
        .hasSizeGreaterThan(15)
        .allSatisfy(
            room -> {
              assertThat(house.getPackage(room).isAnnotatedWith(NullMarked.class))
                  .as("%s has a package-info with @NullMarked", room)
                  .isTrue();
              assertThat(Files.readString(sources().resolve(path(room))))
                  .as("%s says its job", room)
                  .startsWith("/**");
            });
  }

  @Test
  void no_file_is_longer_than_300_lines() throws IOException {
    try (Stream<Path> files = Files.walk(sources())) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      assertThat(sources)
          .hasSizeGreaterThan(100)
          .allSatisfy(file -> assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(300));
    }
  }

  private static Path sources() {
    return Path.of("src/main/java");
  }

  private static String path(String room) {
    return room.replace('.', '/') + "/package-info.java";
  }

  private static com.tngtech.archunit.lang.syntax.elements.ClassesShould onlyIn(String... rooms) {
    return noClasses().that(outside(rooms)).should();
  }

  private static DescribedPredicate<JavaClass> outside(String... rooms) {
    String[] packages =
        Stream.of(rooms).map(room -> "io.callsheet." + room + "..").toArray(String[]::new);
    return DescribedPredicate.not(resideInAnyPackage(packages));
  }

  private static DescribedPredicate<JavaClass> nameIn(String... names) {
    return describe("are " + List.of(names), type -> List.of(names).contains(type.getName()));
  }

  private static boolean asksTime(JavaMethodCall call) {
    String owner = call.getTargetOwner().getName();
    boolean clock = owner.startsWith("java.time.") || owner.equals("java.lang.System");
    return clock
        && OWN_TIME.contains(call.getName())
        && call.getTarget().getRawParameterTypes().isEmpty();
  }
}
