package io.callsheet.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callsheet.model.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestCopyTest {

  @TempDir private Path folder;

  @Test
  void copies_and_hashes_every_byte_and_replaces_an_older_copy() throws Exception {
    byte[] bytes = new byte[300_001];
    new Random(1).nextBytes(bytes);
    Path manifest = Files.write(folder.resolve("rows.csv"), bytes);
    Path copy = Files.writeString(folder.resolve("copy.csv"), "older");
    assertThat(ManifestCopy.of(manifest, copy))
        .isEqualTo(new ManifestCopy(copy, Sha256.of(bytes), bytes.length));
    assertThat(copy).hasBinaryContent(bytes);
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("rows.csv", "copy.csv");
  }

  @Test
  void leaves_nothing_behind_when_it_fails() throws IOException {
    Path manifest = Files.writeString(folder.resolve("rows.csv"), "x");
    Path folderInTheWay = Files.createDirectories(folder.resolve("copy.csv/full")).getParent();
    assertThatThrownBy(() -> ManifestCopy.of(manifest, folderInTheWay))
        .isInstanceOf(IOException.class);
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("rows.csv", "copy.csv");
  }

  @Test
  void says_what_it_cannot_copy() {
    Path absent = folder.resolve("absent.csv");
    assertThatThrownBy(() -> ManifestCopy.of(absent, folder.resolve("c")))
        .isInstanceOf(ManifestUnreadable.class)
        .hasMessage(absent + ": there is no such file");
    assertThatThrownBy(() -> ManifestCopy.of(folder, folder.resolve("c")))
        .isInstanceOf(ManifestUnreadable.class)
        .hasMessage(folder + ": is a folder: name a CSV file");
  }
}
