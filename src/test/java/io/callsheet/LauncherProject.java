package io.callsheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The launcher in a project of its own, where Java and Maven are scripts that note how they were
 * called.
 *
 * <p>Of the real machine it finds only the few tools it may use.
 */
final class LauncherProject {
  private static final List<String> TOOLS =
      List.of(
          "cat",
          "cp",
          "date",
          "dirname",
          "find",
          "ln",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "rmdir",
          "sleep",
          "tail");
  private static final Path STAND_INS = Path.of("src/test/resources/launcher");

  final Path folder;
  final Path source;
  private final Path machine;
  private final Path notes;
  private int starts;

  LauncherProject(Path temp) throws IOException {
    machine = temp.toRealPath();
    notes = Files.createDirectory(machine.resolve("notes"));
    Path tools = Files.createDirectory(machine.resolve("tools"));
    for (String tool : TOOLS) {
      script(tools.resolve(tool), "#!/bin/sh\nPATH=/bin:/usr/bin exec " + tool + " \"$@\"\n");
    }
    folder = Files.createDirectory(machine.resolve("my project"));
    String launcher = Files.readString(Path.of("callsheet"));
    for (String place : List.of("/usr/lib/jvm/", "/opt/", "/Library/Java/")) {
      launcher = launcher.replace(" " + place, " " + machine + place);
    }
    script(folder.resolve("callsheet"), launcher);
    Path build = Path.of("src/launcher/build.sh");
    Files.createDirectories(folder.resolve(build).getParent());
    Files.copy(build, folder.resolve(build));
    Files.copy(STAND_INS.resolve("mvnw"), folder.resolve("mvnw"));
    source = Files.createDirectories(folder.resolve("src/main/java")).resolve("A.java");
    Files.writeString(source, "class A {}");
    Files.writeString(folder.resolve("pom.xml"), "<project/>");
    for (Path file :
        List.of(
            source, source.getParent(), folder.resolve("src/main"), folder.resolve("pom.xml"))) {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
    }
  }

  /**
   * A Java home without a compiler at a place of the machine, such as {@code usr/lib/jvm/java-17}.
   */
  Path jre(String place, String version) throws IOException {
    Path home = machine.resolve(place);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(
        home.resolve("release"),
        "IMPLEMENTOR=\"Some\"\nJAVA_VERSION=\"%s\"\nOS=\"x\"\n".formatted(version));
    Files.copy(STAND_INS.resolve("java"), home.resolve("bin/java"));
    return home;
  }

  Path jdk(String place, String version) throws IOException {
    Path home = jre(place, version);
    script(home.resolve("bin/javac"), "#!/bin/sh\n");
    return home;
  }

  /** Makes Maven {@code slow} or {@code broken}, or Java leave {@code no-archive}. */
  void make(String behaviour) throws IOException {
    Files.createFile(notes.resolve(behaviour));
  }

  void makeNoLonger(String behaviour) throws IOException {
    Files.delete(notes.resolve(behaviour));
  }

  /** The Java homes Maven was run with, one for each build. */
  List<String> builds() throws IOException {
    return noted("builds");
  }

  /** How Java was asked for an archive of its classes, each time. */
  List<String> archives() throws IOException {
    return noted("archives");
  }

  Path lock() throws IOException {
    return Files.createDirectories(folder.resolve("target/app")).resolve("lock");
  }

  Started start(String... arguments) throws IOException {
    return start(Map.of(), arguments);
  }

  Started start(Map<String, String> environment, String... arguments) throws IOException {
    return begin(environment, folder.resolve("callsheet"), arguments).end();
  }

  /** Starts the launcher by a path of the caller's choice, from a folder that is not its own. */
  Starting begin(Map<String, String> environment, Path launcher, String... arguments)
      throws IOException {
    starts++;
    Path out = notes.resolve("out-" + starts);
    Path err = notes.resolve("err-" + starts);
    ProcessBuilder builder =
        new ProcessBuilder(
                Stream.concat(Stream.of("/bin/sh", launcher.toString()), Stream.of(arguments))
                    .toList())
            .directory(machine.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", machine.resolve("tools").toString());
    builder.environment().put("HOME", machine.resolve("home").toString());
    builder.environment().put("NOTES", notes.toString());
    builder.environment().putAll(environment);
    return new Starting(builder.start(), out, err);
  }

  private List<String> noted(String what) throws IOException {
    Path file = notes.resolve(what);
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, text);
    if (!file.toFile().setExecutable(true)) {
      throw new IOException("Cannot make " + file + " executable");
    }
  }

  record Starting(Process process, Path out, Path err) {
    String said() {
      try {
        return Files.readString(err);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    Started end() throws IOException {
      try {
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new AssertionError("The launcher did not end; it said: " + said());
        }
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      return new Started(process.pid(), process.exitValue(), Files.readString(out), said());
    }
  }

  /**
   * What came of it; {@code out} is what the stand-in for Java printed: itself, then an argument a
   * line.
   */
  record Started(long pid, int exit, String out, String err) {}
}
