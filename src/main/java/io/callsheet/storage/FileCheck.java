package io.callsheet.storage;

import io.callsheet.model.AssetFacts;
import io.callsheet.model.Sha256;
import io.callsheet.storage.StoreOutcome.Changed;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Compares a file with what was planned. */
final class FileCheck {
  private FileCheck() {}

  /** Null where the file holds exactly the planned bytes. */
  static @Nullable Changed changed(Path file, AssetFacts facts) {
    try {
      boolean same = Files.size(file) == facts.bytes() && digest(file).equals(facts.sha256());
      return same ? null : changed(file);
    } catch (IOException e) {
      return unreadable(file, e);
    }
  }

  static Changed changed(Path file) {
    return new Changed(
        file + " has changed since the plan; run the job again to plan with what is there now");
  }

  static Changed unreadable(Path file, IOException trouble) {
    return new Changed(
        trouble instanceof NoSuchFileException
            ? file + " is gone since the plan; put it back, then redrive"
            : file + " can no longer be read: " + trouble.getMessage());
  }

  private static Sha256 digest(Path file) throws IOException {
    MessageDigest digest = Sha256.digest();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return Sha256.of(digest);
  }
}
