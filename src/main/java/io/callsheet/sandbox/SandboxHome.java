package io.callsheet.sandbox;

import io.callsheet.model.Credits;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import tools.jackson.core.JacksonException;

/** The folder in which the sandbox lives; open in one process at a time. */
final class SandboxHome implements AutoCloseable {
  private final Path folder;
  private final FileChannel lock;

  private SandboxHome(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * @throws IOException also if another process has it open
   */
  static SandboxHome open(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!lock(channel)) {
      channel.close();
      throw new SandboxHeld(
          "another sandbox is running in "
              + folder
              + "; stop it, or give this one another CALLSHEET_HOME");
    }
    return new SandboxHome(folder, channel);
  }

  private static boolean lock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  Path resolve(String name) {
    return folder.resolve(name);
  }

  /** The account of this home, or a new one. */
  Account account(Credits opening, Tokens tokens) throws IOException {
    Path file = resolve("account.json");
    if (!Files.exists(file)) {
      return Account.create(opening, tokens);
    }
    try {
      return Json.MAPPER.readValue(Files.readAllBytes(file), Account.class);
    } catch (JacksonException e) {
      throw new IOException(
          "the sandbox cannot read " + file + "; remove it to begin with a new account", e);
    }
  }

  /** Written whole or not at all; it holds keys, so only the user may read it. */
  void save(Account account) throws IOException {
    Path temporary = resolve("account.json.new");
    Files.deleteIfExists(temporary);
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      var ownerOnly = PosixFilePermissions.fromString("rw-------");
      Files.createFile(temporary, PosixFilePermissions.asFileAttribute(ownerOnly));
    }
    Files.write(temporary, Json.MAPPER.writeValueAsBytes(account));
    Files.move(
        temporary,
        resolve("account.json"),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
