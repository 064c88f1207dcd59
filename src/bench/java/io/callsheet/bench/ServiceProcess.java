package io.callsheet.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** The stand-in service, as a process beside the product. */
final class ServiceProcess implements AutoCloseable {
  private final Process process;
  private final int port;

  private ServiceProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static ServiceProcess start(ServiceSettings settings) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Without it each answer waits for the acknowledgement of its header: 40 ms on Linux.
    command.add("-Dsun.net.httpserver.nodelay=true");
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx512m", "-Djava.awt.headless=true"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(StandInService.class.getName());
    command.addAll(settings.arguments());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    String port = lines.readLine();
    if (port == null) {
      throw new IOException("the stand-in service did not start");
    }
    return new ServiceProcess(process, Integer.parseInt(port));
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  ServiceFigures figures() throws IOException {
    return figures(0);
  }

  /**
   * @param since milliseconds since 1970: of tasks accepted from then on
   */
  ServiceFigures figures(long since) throws IOException {
    try (var body = url().resolve("/figures/" + since).toURL().openStream()) {
      return JsonMapper.shared().readValue(body.readAllBytes(), ServiceFigures.class);
    }
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
