package io.callsheet.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.model.ExitCode;
import io.callsheet.pipeline.LimitedVidgo.Arrival;
import io.callsheet.pipeline.LimitedVidgo.Limits;
import io.callsheet.provider.vidgo.VidgoClient;
import io.callsheet.provider.vidgo.VidgoTimeouts;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits that the service tells nobody are found from its refusals, and remembered. */
@Timeout(180)
class FindsItsLevelIT {
  private static final int NO_LIMIT = 1_000_000;

  /** A minute; more than one and a half times what the service bears a second. */
  private static final int CONFIGURED = 2400;

  private static final double BORNE = 25;
  private static final int AT_ONCE = 8;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void of_the_rate(boolean retryAfter) throws Exception {
    try (LimitedVidgo vidgo = new LimitedVidgo(new Limits(BORNE, NO_LIMIT, retryAfter))) {
      List<Arrival> first = run(vidgo, "first", 120, CONFIGURED, 500);
      List<Arrival> second = run(vidgo, "second", 80, CONFIGURED, 500);

      assertThat(refused(first)).as("while it learns").isBetween(1L, 20L);
      assertThat(refused(second)).as("when it has learned").isLessThanOrEqualTo(4);
      assertThat(median(gaps(second)))
          .as("seconds between two, from the start and to the end")
          .isBetween(0.5 / BORNE, 2.5 / BORNE);
      assertThat(share(gaps(first), 0.5 * 60 / CONFIGURED))
          .as("bursts, even while the rate is as configured")
          .isLessThan(0.4);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void of_tasks_at_once(boolean retryAfter) throws Exception {
    try (LimitedVidgo vidgo = new LimitedVidgo(new Limits(NO_LIMIT, AT_ONCE, retryAfter))) {
      List<Arrival> first = run(vidgo, "first", 80, 6000, 40);
      List<Arrival> second = run(vidgo, "second", 80, 6000, 40);

      assertThat(refused(first)).as("while it learns").isPositive();
      assertThat(refused(second)).as("when it has learned").isLessThanOrEqualTo(10);
      assertThat(second.subList(0, AT_ONCE)).as("from the start").allMatch(Arrival::taken);
      assertThat(second.stream().mapToInt(Arrival::open).max()).hasValue(AT_ONCE);
    }
  }

  /** A process of its own, as far as what is remembered goes: only the file of the ledger stays. */
  private List<Arrival> run(LimitedVidgo vidgo, String name, int rows, int perMinute, int inFlight)
      throws Exception {
    try (Stage stage = new Stage(folder);
        VidgoClient client =
            new VidgoClient(
                vidgo.url(), "key", "model", VidgoTimeouts.DEFAULT, InstantSource.system())) {
      Stage.Act act =
          stage.act(
              name,
              manifest(name, rows),
              "spend: {cap: 200000, approval: auto}\n",
              "base-url: \"%s\", submits-per-minute: %d, max-in-flight: %d, typical-render: 300ms"
                  .formatted(vidgo.url(), perMinute, inFlight));
      act.edge = client;

      assertThat(act.execute()).isEqualTo(ExitCode.DONE);

      List<Arrival> arrivals = vidgo.arrivals();
      assertThat(arrivals.stream().filter(Arrival::taken).map(Arrival::prompt))
          .as("nothing is submitted twice, and nothing left out")
          .containsExactlyInAnyOrderElementsOf(prompts(name, rows));
      assertThat(arrivals).doesNotHaveDuplicates();
      return arrivals;
    }
  }

  private static long refused(List<Arrival> arrivals) {
    return arrivals.stream().filter(arrival -> !arrival.taken()).count();
  }

  /** Seconds, ascending. */
  private static List<Double> gaps(List<Arrival> arrivals) {
    return IntStream.range(1, arrivals.size())
        .mapToObj(i -> (arrivals.get(i).at() - arrivals.get(i - 1).at()) / 1e9)
        .sorted()
        .toList();
  }

  private static double median(List<Double> sorted) {
    return sorted.get(sorted.size() / 2);
  }

  private static double share(List<Double> values, double below) {
    return values.stream().filter(value -> value < below).count() / (double) values.size();
  }

  private static List<String> prompts(String name, int rows) {
    return IntStream.rangeClosed(1, rows).mapToObj(row -> name + "-" + row).toList();
  }

  private static String manifest(String name, int rows) {
    StringBuilder manifest = new StringBuilder("row_key,character,performance,prompt\n");
    for (String prompt : prompts(name, rows)) {
      manifest.append(
          "%1$s,characters/mira-dj.png,performances/wave-hello.mp4,%1$s\n".formatted(prompt));
    }
    return manifest.toString();
  }
}
