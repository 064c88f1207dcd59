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
import org.junit.jupiter.params.provider.ValueSource;

class LauncherStartsJavaIT {
  private static final String ONE_COMPILER = "<-XX:TieredStopAtLevel=1>";

  @TempDir Path temp;
  private LauncherProject project;

  @BeforeEach
  void project() throws IOException {
    project = new LauncherProject(temp);
  }

  @Test
  void hands_every_argument_on_as_it_is() throws IOException {
    project.jdk("usr/lib/jvm/java-17", "17.0.15");

    String out =
        project.start("run", "my job.yaml", "", "*", "'\"$HOME\\n`x`", "--rows", "1-10, 17").out();

    assertThat(out)
        .endsWith(
            "callsheet.jar>\n<run>\n<my job.yaml>\n<>\n<*>\n<'\"$HOME\\n`x`>\n<--rows>\n<1-10, 17>\n");
  }

  @Test
  void becomes_the_jvm_so_that_signals_reach_it() throws IOException {
    project.jdk("usr/lib/jvm/java-17", "17.0.15");

    Started started = project.start("run");

    assertThat(started.out()).startsWith("java 17.0.15 pid " + started.pid() + " ");
  }

  @Test
  void knows_its_folder_when_called_through_links_from_another() throws IOException {
    project.jdk("usr/lib/jvm/java-17", "17.0.15");
    Path relative = Files.createSymbolicLink(temp.resolve("one"), Path.of("my project/callsheet"));
    Path absolute =
        Files.createSymbolicLink(
            Files.createDirectory(temp.resolve("bin")).resolve("two"), relative);

    assertThat(project.begin(Map.of(), absolute, "status").end().out())
        .contains("<-Dcallsheet.launcher=" + project.folder.toRealPath() + ">");
    assertThat(project.begin(Map.of(), Path.of("one"), "status").end().exit()).isZero();
  }

  @Test
  void says_why_a_folder_with_a_colon_cannot_be() throws IOException {
    project.jdk("usr/lib/jvm/java-17", "17.0.15");
    Path moved = Files.move(project.folder, temp.resolve("a:b"));

    Started started = project.begin(Map.of(), moved.resolve("callsheet"), "status").end();

    assertThat(started.exit()).isEqualTo(1);
    assertThat(started.err()).contains("colon", moved.toString()).hasLineCount(1);
  }

  @Test
  void shows_java_17_no_flag_it_does_not_know() throws IOException {
    project.jdk("usr/lib/jvm/java-17", "17.0.15");

    assertThat(project.start("status").out())
        .contains("<-XX:SharedArchiveFile=" + project.folder.toRealPath())
        .doesNotContain("AOT", "aot");
  }

  @Test
  void gives_each_newer_java_the_flags_it_wants() throws IOException {
    project.jdk("usr/lib/jvm/java-22", "22.0.2");
    assertThat(project.start("status").out())
        .contains("<-XX:SharedArchiveFile=")
        .doesNotContain("AOT");

    project.jdk("usr/lib/jvm/java-25", "25");
    assertThat(project.start("status").out())
        .contains("<-XX:AOTCache=")
        .doesNotContain("SharedArchiveFile");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "--version", "-V"})
  void opens_no_archive_for_what_is_quicker_without(String option) throws IOException {
    project.jdk("usr/lib/jvm/java-25", "25");

    assertThat(project.start(option).out()).doesNotContain("AOTCache");
    assertThat(project.start("run", option).out()).doesNotContain("AOTCache");
    assertThat(project.start("run").out()).contains("<-XX:AOTCache=");
  }

  @Test
  void leaves_the_sandbox_which_renders_both_compilers() throws IOException {
    project.jdk("usr/lib/jvm/java-17", "17.0.15");

    assertThat(project.start("sandbox", "x").out()).doesNotContain(ONE_COMPILER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "plan", "--version", "run", "resume"})
  void starts_what_computes_little_with_one(String command) throws IOException {
    project.jdk("usr/lib/jvm/java-17", "17.0.15");

    assertThat(project.start(command, "x").out()).contains(ONE_COMPILER);
  }

  @Test
  void lets_the_users_options_win() throws IOException {
    project.jdk("usr/lib/jvm/java-17", "17.0.15");

    assertThat(project.start("status").out()).contains("<-Xmx1g>");
    assertThat(
            project
                .start(
                    Map.of(
                        "CALLSHEET_HEAP",
                        "512m",
                        "CALLSHEET_JAVA_OPTS",
                        "-Da=* -XX:TieredStopAtLevel=4"),
                    "status")
                .out())
        .contains("<-Xmx512m>", ONE_COMPILER)
        .contains("<-Da=*>\n<-XX:TieredStopAtLevel=4>\n<-jar>\n");
  }

  @Test
  void reads_names_of_files_as_utf_8_where_a_scheduler_sets_no_locale() throws IOException {
    project.jdk("usr/lib/jvm/java-17", "17.0.15");

    assertThat(project.start("status").out()).contains(" locale C.UTF-8\n");
    assertThat(project.start(Map.of("LANG", "POSIX"), "status").out())
        .contains(" locale C.UTF-8\n");
    assertThat(project.start(Map.of("LANG", "de_DE.utf8"), "status").out())
        .contains(" locale none\n");
  }
}
