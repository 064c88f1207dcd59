package io.callsheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.LauncherProject.Started;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherFindsJavaIT {
  @TempDir Path temp;
  private LauncherProject project;

  @BeforeEach
  void project() throws IOException {
    project = new LauncherProject(temp);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "usr/lib/jvm/temurin-25",
        "opt/jdk-25",
        "Library/Java/JavaVirtualMachines/temurin-25.jdk/Contents/Home",
        "home/Library/Java/JavaVirtualMachines/openjdk-25/Contents/Home",
        "home/.sdkman/candidates/java/25.0.1-tem",
        "home/.jdks/openjdk 25"
      })
  void takes_the_newest_wherever_it_is(String place) throws IOException {
    Path home = project.jdk("elsewhere", "21.0.2");
    project.jdk("usr/lib/jvm/java-17", "17.0.15");
    project.jre(place, "25.0.1");

    assertThat(project.start(Map.of("JAVA_HOME", home.toString())).out())
        .startsWith("java 25.0.1 ");
  }

  @ParameterizedTest
  @CsvSource({
    "17.0.9,17.0.15",
    "17.0.15,21",
    "17.0.20,17.1.3",
    "21.0.9,26-ea",
    "17.0.2,17.0.15+6",
    "9.0.4,17"
  })
  void compares_versions_by_number(String older, String newer) throws IOException {
    project.jdk("usr/lib/jvm/a", newer);
    project.jdk("usr/lib/jvm/b", older);

    assertThat(project.start().out()).startsWith("java " + newer + " ");
  }

  @Test
  void takes_the_java_home_it_is_given() throws IOException {
    Path home = project.jdk("else where", "17.0.15");

    assertThat(project.start(Map.of("JAVA_HOME", home.toString())).out())
        .startsWith("java 17.0.15 ");
  }

  @Test
  void follows_the_java_on_the_path_to_its_home() throws IOException {
    Path home = project.jdk("elsewhere", "17.0.15");
    Path alternative =
        Files.createSymbolicLink(temp.resolve("alternative"), home.resolve("bin/java"));
    Files.createSymbolicLink(temp.resolve("tools/java"), alternative);

    assertThat(project.start().out()).startsWith("java 17.0.15 ");
  }

  @Test
  void passes_over_a_home_that_cannot_start() throws IOException {
    Files.delete(project.jdk("usr/lib/jvm/removed", "25").resolve("bin/java"));
    Files.delete(project.jdk("usr/lib/jvm/unlabelled", "24").resolve("release"));
    project.jdk("usr/lib/jvm/java-17", "17.0.15");

    assertThat(project.start(Map.of("JAVA_HOME", "/nowhere")).out()).startsWith("java 17.0.15 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"11.0.2", "1.8.0_402", "16"})
  void refuses_an_older_java_and_says_what_is_needed(String version) throws IOException {
    Path home = project.jdk("usr/lib/jvm/old", version);

    Started started = project.start(Map.of("JAVA_HOME", home.toString()));

    assertThat(started.exit()).isEqualTo(1);
    assertThat(started.out()).isEmpty();
    assertThat(started.err())
        .contains("Java 17 or newer is needed", version, "JAVA_HOME")
        .hasLineCount(1);
  }

  @Test
  void says_so_when_there_is_no_java_at_all() throws IOException {
    assertThat(project.start())
        .extracting(Started::exit, Started::err)
        .containsExactly(
            1,
            "callsheet: Java 17 or newer is needed; found: none. "
                + "Install one (https://adoptium.net) or set JAVA_HOME to where it is.\n");
  }
}
