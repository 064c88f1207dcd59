package io.callsheet.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;

/**
 * The S3 server keeps what it knows about its objects in extended attributes of their files, and
 * loses it without a word where the file system has none.
 */
final class ExtendedAttributes {
  private ExtendedAttributes() {}

  /**
   * Writes one to find out.
   *
   * @throws IOException with advice if the folder's file system has none
   */
  static void require(Path folder) throws IOException {
    Path probe = Files.createTempFile(folder, "probe-", "");
    try {
      var view = Files.getFileAttributeView(probe, UserDefinedFileAttributeView.class);
      if (view == null) {
        throw new UnsupportedOperationException("no such view");
      }
      view.write("callsheet", UTF_8.encode("probe"));
    } catch (IOException | UnsupportedOperationException e) {
      throw refused(folder, e);
    } finally {
      Files.deleteIfExists(probe);
    }
  }

  private static IOException refused(Path folder, Exception e) {
    return new IOException(
        "the file system of "
            + folder
            + " has no extended attributes, which the sandbox needs; set CALLSHEET_HOME to a folder"
            + " on another disk (ext4, XFS, Btrfs and NTFS have them)",
        e);
  }
}
