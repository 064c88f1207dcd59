package io.callsheet.wholerun;

import io.callsheet.Callsheet;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The program under test as a command line: its classes in a jar, beside the libraries. */
final class Product {
  private static final class Once {
    static final Product BUILT = build();
  }

  private final String classPath;
  private final Path archive;

  private Product(String classPath, Path archive) {
    this.classPath = classPath;
    this.archive = archive;
  }

  static Product built() {
    return Once.BUILT;
  }

  private static Product build() {
    try {
      Path classes =
          Path.of(Callsheet.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path folder = Files.createTempDirectory(classes.resolveSibling("."), "wholerun-");
      folder.toFile().deleteOnExit();
      // A jar, since Java keeps no archive of classes that lie in folders.
      Path jar = folder.resolve("product.jar");
      pack(classes, jar);
      jar.toFile().deleteOnExit();
      Path archive = folder.resolve("product.jsa");
      archive.toFile().deleteOnExit();
      String libraries =
          Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
              .filter(entry -> entry.endsWith(".jar"))
              .collect(Collectors.joining(File.pathSeparator));
      return new Product(jar + File.pathSeparator + libraries, archive);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      // With entries for the folders too: that is how migrations are found.
      for (Path file : files.sorted().skip(1).toList()) {
        boolean folder = Files.isDirectory(file);
        String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
        entries.putNextEntry(new JarEntry(folder ? name + "/" : name));
        if (!folder) {
          Files.copy(file, entries);
        }
        entries.closeEntry();
      }
    }
  }

  /** The first one to end in peace leaves an archive, with which all later ones start faster. */
  List<String> command(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx256m",
            "-Xshare:auto",
            "-Xlog:cds*=off",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8"));
    if (Files.exists(archive)) {
      command.add("-XX:SharedArchiveFile=" + archive);
    }
    command.addAll(List.of("-cp", classPath, Callsheet.class.getName()));
    command.addAll(arguments);
    return command;
  }

  /** The same, leaving the archive behind. */
  List<String> archivingCommand(List<String> arguments) {
    List<String> command = command(arguments);
    if (!Files.exists(archive)) {
      command.add(1, "-XX:ArchiveClassesAtExit=" + archive);
    }
    return command;
  }
}
