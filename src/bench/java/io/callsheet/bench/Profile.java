package io.callsheet.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the time of Java code goes in a run of 5,000 rows, 200 in flight: share of the samples by
 * the innermost method of ours. The recording stays for a closer look.
 */
final class Profile implements Benchmark {
  private static final String OURS = "io.callsheet.";
  private static final int TOP = 15;

  @Override
  public String name() {
    return "profile";
  }

  @Override
  public void run(Scoreboard board) throws IOException {
    try (ServiceProcess service = ServiceProcess.start(ServiceSettings.ofTwoSeconds(200))) {
      Site site = Site.fresh(name()).campaign(5000, 100, 50).job(service.url(), 60_000, 200);
      Product.prepare(site);
      Path recording = site.folder().resolve("run.jfr");
      String options =
          "-XX:FlightRecorderOptions=stackdepth=256"
              + " -XX:StartFlightRecording=settings=profile,filename="
              + recording;
      Product.Measured run =
          new Product(site, Map.of("CALLSHEET_JAVA_OPTS", options))
              .measure(0, Product.LAUNCHER, "run", site.job().toString());
      board.note("CPU a row, recording included, ms", "%.1f", run.cpu().toNanos() / 1e6 / 5000);
      Map<String, Integer> places = places(recording);
      double all = places.values().stream().mapToInt(Integer::intValue).sum();
      places.entrySet().stream()
          .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
          .limit(TOP)
          .forEach(
              place -> board.note(place.getKey() + ", %", "%.1f", 100 * place.getValue() / all));
    }
  }

  private static Map<String, Integer> places(Path recording) throws IOException {
    Map<String, Integer> places = new HashMap<>();
    try (RecordingFile events = new RecordingFile(recording)) {
      while (events.hasMoreEvents()) {
        RecordedEvent event = events.readEvent();
        if (event.getEventType().getName().equals("jdk.ExecutionSample")) {
          places.merge(place(event), 1, Integer::sum);
        }
      }
    }
    return places;
  }

  private static String place(RecordedEvent sample) {
    RecordedStackTrace trace = sample.getStackTrace();
    List<RecordedFrame> frames = trace == null ? List.of() : trace.getFrames();
    return frames.stream()
        .map(RecordedFrame::getMethod)
        .filter(Objects::nonNull)
        .filter(method -> method.getType().getName().startsWith(OURS))
        .findFirst()
        .map(Profile::name)
        .orElseGet(() -> "in no code of ours: " + thread(sample));
  }

  private static String name(RecordedMethod method) {
    return method.getType().getName().substring(OURS.length()) + "." + method.getName();
  }

  private static String thread(RecordedEvent sample) {
    var thread = sample.getThread("sampledThread");
    String name = thread == null ? null : thread.getJavaName();
    return name == null ? "?" : name.replaceAll("[-:/ ]?\\d*$|:.*$", "");
  }
}
