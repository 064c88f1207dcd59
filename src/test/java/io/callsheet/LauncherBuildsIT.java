package io.callsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.callsheet.LauncherProject.Started;
import io.callsheet.LauncherProject.Starting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherBuildsIT {
  @TempDir Path temp;
  private LauncherProject project;

  @BeforeEach
  void project() throws IOException {
    project = new LauncherProject(temp);
    project.jdk("usr/lib/jvm/java-17", "17.0.15");
  }

  @Test
  void builds_once_and_says_so() throws IOException {
    Started first = project.start("status");
    Started second = project.start("status");

    assertThat(first.err())
        .contains("Building Callsheet (first run, about a minute)...")
        .hasLineCount(2);
    assertThat(second).extracting(Started::exit, Started::err).containsExactly(0, "");
    assertThat(second.out()).contains("<status>");
    assertThat(project.builds()).hasSize(1);
    assertThat(project.archives()).hasSize(1);
  }

  @Test
  void builds_with_the_oldest_jdk_that_will_do() throws IOException {
    project.jdk("usr/lib/jvm/java-25", "25.0.1");
    project.jre("usr/lib/jvm/java-17-jre", "17.0.1");
    project.jdk("usr/lib/jvm/java-11", "11.0.2");

    assertThat(project.start("status").out()).startsWith("java 25.0.1 ");
    assertThat(project.builds()).containsExactly(temp.resolve("usr/lib/jvm/java-17").toString());
  }

  @Test
  void says_that_building_takes_a_jdk() throws IOException {
    Files.delete(temp.resolve("usr/lib/jvm/java-17/bin/javac"));

    Started started = project.start("status");

    assertThat(started.exit()).isEqualTo(1);
    assertThat(started.err()).contains("needs a JDK 17 or newer").hasLineCount(1);
  }

  @Test
  void builds_again_when_a_source_is_newer() throws IOException {
    project.start("status");
    later(project.source);

    assertThat(project.start("status").err())
        .contains("Building Callsheet (its sources have changed)");
    assertThat(project.builds()).hasSize(2);
  }

  @Test
  void builds_again_when_a_source_is_gone() throws IOException {
    project.start("status");
    Files.delete(project.source);

    project.start("status");
    assertThat(project.builds()).hasSize(2);
  }

  @Test
  void takes_the_jar_that_maven_has_built_from_these_sources() throws IOException {
    jar("whole");

    assertThat(project.start("status").out()).contains("<status>");
    assertThat(project.builds()).isEmpty();
  }

  @Test
  void builds_a_jar_that_is_only_half_there() throws IOException {
    jar("half");

    assertThat(project.start("status").out()).contains("<status>");
    assertThat(project.builds()).hasSize(1);
  }

  @Test
  void starts_a_copy_without_sources() throws IOException {
    jar("whole");
    Files.delete(project.source);
    Files.delete(project.source.getParent());
    Files.delete(project.folder.resolve("src/main"));

    assertThat(project.start("status").exit()).isZero();
    assertThat(project.builds()).isEmpty();
  }

  @Test
  void shows_why_a_build_failed_and_tries_again_next_time() throws IOException {
    project.make("broken");
    Started failed = project.start("status");
    project.makeNoLonger("broken");

    assertThat(failed.exit()).isEqualTo(1);
    assertThat(failed.out()).isEmpty();
    assertThat(failed.err()).contains("A.java: does not compile", "The build failed", "build.log");
    assertThat(project.start("status").exit()).isZero();
  }

  @Test
  void keeps_the_old_program_for_a_run_that_works_from_it() throws IOException {
    String old = program(project.start("run").out());
    later(project.source);

    assertThat(program(project.start("status").out())).isNotEqualTo(old);
    assertThat(Path.of(old)).exists();
  }

  @Test
  void builds_once_for_many_that_start_at_the_same_time() throws IOException {
    project.make("slow");
    List<Starting> starting = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      starting.add(project.begin(Map.of(), project.folder.resolve("callsheet"), "status"));
    }
    for (Starting one : starting) {
      Started started = one.end();
      assertThat(started.exit()).as(started.err()).isZero();
      assertThat(started.out()).contains("<status>");
    }
    assertThat(project.builds()).hasSize(1);
    assertThat(project.archives()).hasSize(1);
  }

  @Test
  void waits_while_another_start_builds() throws IOException {
    Path lock =
        Files.createSymbolicLink(project.lock(), Path.of("pid-" + ProcessHandle.current().pid()));
    Starting waiting = project.begin(Map.of(), project.folder.resolve("callsheet"), "status");

    await().until(() -> waiting.said().contains("Another start is building Callsheet"));
    assertThat(project.builds()).isEmpty();
    Files.delete(lock);

    assertThat(waiting.end().exit()).isZero();
    assertThat(project.builds()).hasSize(1);
  }

  @Test
  void takes_over_from_a_start_that_was_killed() throws Exception {
    Process dead = new ProcessBuilder("/bin/sh", "-c", ":").start();
    dead.waitFor();
    Files.createSymbolicLink(project.lock(), Path.of("pid-" + dead.pid()));

    assertThat(project.start("status").exit()).isZero();
    assertThat(Files.isSymbolicLink(project.lock())).isFalse();
  }

  @Test
  void goes_on_without_an_archive_that_cannot_be_made_and_tries_only_once() throws IOException {
    project.make("no-archive");

    assertThat(project.start("status").out())
        .contains("<status>")
        .doesNotContain("SharedArchiveFile");
    assertThat(project.start("status").err()).isEmpty();
    assertThat(project.archives()).hasSize(1);
  }

  @Test
  void makes_an_archive_for_every_java_away_from_the_users_ledger() throws IOException {
    Map<String, String> ledger =
        Map.of("CALLSHEET_DB_URL", "jdbc:postgresql://db/x", "CALLSHEET_HOME", "/ledger");
    project.start(ledger, "status");
    project.jdk("usr/lib/jvm/java-25", "25.0.1");
    project.start(ledger, "status");

    String training = " home=" + project.folder.toRealPath() + "/target/app/training database=none";
    assertThat(project.archives())
        .containsExactly("-XX:ArchiveClassesAtExit" + training, "-XX:AOTCacheOutput" + training);
    assertThat(project.builds()).hasSize(1);
  }

  private void jar(String content) throws IOException {
    Path target = Files.createDirectory(project.folder.resolve("target"));
    Path jar = Files.writeString(target.resolve("callsheet.jar"), content + "\n");
    Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH));
    Files.writeString(target.resolve("callsheet.jar.original"), "thin\n");
  }

  private void later(Path source) throws IOException {
    FileTime built = Files.getLastModifiedTime(project.folder.resolve("target/app/current"));
    Files.setLastModifiedTime(source, FileTime.from(built.toInstant().plus(Duration.ofMillis(50))));
  }

  private static String program(String out) {
    return out.lines()
        .filter(line -> line.endsWith("callsheet.jar>"))
        .findFirst()
        .orElseThrow()
        .replaceAll("[<>]", "");
  }
}
