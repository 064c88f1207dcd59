package io.callsheet.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of its own, with the tests' classes, that can be killed as the worst night would. */
public final class ChildJvm implements AutoCloseable {

  private final Process process;
  private final BufferedReader lines;

  private ChildJvm(Process process) {
    this.process = process;
    this.lines = process.inputReader(StandardCharsets.UTF_8);
  }

  public static ChildJvm start(Class<?> main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return new ChildJvm(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** The next line that it prints and that begins with this mark, without the mark. */
  public String line(String mark) throws IOException {
    String line = lines.readLine();
    while (line != null && !line.startsWith(mark)) {
      line = lines.readLine();
    }
    if (line == null) {
      throw new IOException("the child ended before it printed " + mark);
    }
    return line.substring(mark.length());
  }

  /** Ends it without a chance to say goodbye. What it still printed can be read afterwards. */
  public void kill() throws InterruptedException {
    // Through its handle: Process would close the pipe with what is still in it.
    process.toHandle().destroyForcibly();
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      throw new IllegalStateException("a killed child is still there");
    }
  }

  /** What it printed after the mark, of all complete lines not read yet. */
  public List<String> rest(String mark) throws IOException {
    List<String> rest = new ArrayList<>();
    String line = lines.readLine();
    while (line != null) {
      if (line.startsWith(mark)) {
        rest.add(line.substring(mark.length()));
      }
      line = lines.readLine();
    }
    return rest;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
