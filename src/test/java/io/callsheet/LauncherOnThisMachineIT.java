package io.callsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, the jar just packaged, and the newest Java there is: no stand-ins. */
class LauncherOnThisMachineIT {
  @TempDir Path temp;

  @Test
  void starts_the_packaged_program_and_adds_nothing_to_what_it_prints() throws Exception {
    Path folder = Files.createDirectory(temp.resolve("a copy without sources"));
    for (String file :
        new String[] {
          "callsheet",
          "src/launcher/build.sh",
          "target/callsheet.jar",
          "target/callsheet.jar.original"
        }) {
      Files.createDirectories(folder.resolve(file).getParent());
      Files.copy(Path.of(file), folder.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
    }

    assertThat(start(folder)).contains("Preparing fast starts");
    String printed = start(folder);
    assertThat(folder.resolve("target/app/training.log"))
        .as("a whole campaign")
        .content()
        .contains("2 succeeded");
    Path archive = archive(folder);
    assertThat(archive).isNotEmptyFile();
    Files.delete(archive);
    Files.write(archive, new byte[] {1, 2, 3});

    assertThat(printed)
        .isNotEmpty()
        .doesNotContain("Preparing", "[warning]", "[error]", "WARNING:");
    assertThat(start(folder)).as("with an archive that does not fit").isEqualTo(printed);
  }

  private String start(Path folder) throws IOException, InterruptedException {
    Path out = temp.resolve("out");
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", folder.resolve("callsheet").toString(), "status")
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    int exit = builder.start().waitFor();
    assertThat(exit).as(Files.readString(out)).isZero();
    return Files.readString(out);
  }

  private static Path archive(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".archive")).findFirst().orElseThrow();
    }
  }
}
