package io.callsheet.samples;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.asset.AssetCheck;
import io.callsheet.asset.AssetFolder;
import io.callsheet.asset.Checked;
import io.callsheet.asset.MediaLimits;
import io.callsheet.asset.MediaProbe;
import io.callsheet.model.AssetFacts;
import io.callsheet.model.AssetRole;
import io.callsheet.model.Credits;
import io.callsheet.model.MediaType;
import io.callsheet.model.Orientation;
import io.callsheet.model.Rate;
import io.callsheet.model.Resolution;
import io.callsheet.model.Rounding;
import io.callsheet.testing.Nowhere;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplesTest {
  private static final Path SAMPLES = Path.of("samples");
  private static final Path LAUNCH = SAMPLES.resolve("summer-launch");

  @Test
  void every_row_of_the_launch_can_be_rendered() throws IOException {
    for (CSVRecord row : rows(LAUNCH)) {
      usable(LAUNCH, row, AssetRole.CHARACTER);
      AssetFacts performance = usable(LAUNCH, row, AssetRole.PERFORMANCE);

      assertThat(MediaLimits.videoProblem(performance, orientation(row))).isEmpty();
    }
  }

  @Test
  void the_launch_costs_what_its_readme_says() throws IOException {
    Credits total = Credits.ZERO;
    for (CSVRecord row : rows(LAUNCH)) {
      Duration length = usable(LAUNCH, row, AssetRole.PERFORMANCE).length();
      Resolution resolution = Resolution.find(row.get("resolution")).orElseThrow();
      total = total.plus(Rate.VIDGO.price(length, resolution, Rounding.CEIL_SECOND));
    }

    assertThat(rows(LAUNCH)).hasSize(20);
    assertThat(total).isEqualTo(Credits.of(1599));
  }

  @ParameterizedTest
  @CsvSource({
    "wave-hello.mp4,MP4,5000",
    "walk-on.mov,MOV,8000",
    "jump-for-joy.mp4,MP4,3500",
    "summer-dance.mp4,MP4,12000"
  })
  void the_performances_are_what_they_are_called(String name, MediaType type, long millis)
      throws Exception {
    AssetFacts facts = new MediaProbe().probe(LAUNCH.resolve("performances").resolve(name));

    assertThat(facts.type()).isEqualTo(type);
    assertThat(facts.length()).isEqualTo(Duration.ofMillis(millis));
    assertThat(facts.width()).isEqualTo(368);
    assertThat(facts.height()).isEqualTo(480);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name-mistyped|did you mean `summer-launch/characters/lina-barista.png`?",
        "is-a-folder|is a folder",
        "outside-the-folder|leads out of the asset folder",
        "absolute-path|is an absolute path",
        "image-too-small|is 200×200 px",
        "image-too-tall|is 2.78 times as high as it is wide",
        "text-named-png|is a text file",
        "webp-named-jpg|is a WebP image",
        "image-empty|is empty",
        "image-cut-in-half|is incomplete",
        "columns-swapped|is a video; this column takes an image",
        "character-empty|is empty"
      })
  void a_character_with_a_problem_has_the_one_its_key_names(String key, String problem)
      throws IOException {
    assertThat(problem(problemRows().get(key), AssetRole.CHARACTER)).contains(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "file-missing|is not there",
        "video-cut-in-half|is incomplete",
        "video-too-short|lasts 1 s",
        "columns-swapped|is an image; this column takes a video",
        "performance-empty|is empty"
      })
  void a_performance_with_a_problem_has_the_one_its_key_names(String key, String problem)
      throws IOException {
    assertThat(problem(problemRows().get(key), AssetRole.PERFORMANCE)).contains(problem);
  }

  @Test
  void the_dance_is_too_long_for_the_orientation_of_its_row() throws IOException {
    CSVRecord row = problemRows().get("video-too-long-for-image");
    AssetFacts dance = usable(SAMPLES, row, AssetRole.PERFORMANCE);

    assertThat(MediaLimits.videoProblem(dance, orientation(row)).orElse(""))
        .startsWith("lasts 12 s; the service takes 3 to 10 s with orientation image");
  }

  private static AssetFacts usable(Path assets, CSVRecord row, AssetRole role) {
    Checked checked = check(assets, row, role);
    assertThat(checked).as(row.get("row_key")).isInstanceOf(Checked.Usable.class);
    return ((Checked.Usable) checked).facts();
  }

  private static String problem(CSVRecord row, AssetRole role) {
    Checked checked = check(SAMPLES, row, role);
    assertThat(checked).isInstanceOf(Checked.Unusable.class);
    return ((Checked.Unusable) checked).problem();
  }

  private static Checked check(Path assets, CSVRecord row, AssetRole role) {
    AssetCheck check = new AssetCheck(new AssetFolder(assets), Nowhere.ELSE, new MediaProbe());
    try {
      return check.check(row.get(role.word()), role);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Orientation orientation(CSVRecord row) {
    return Orientation.find(row.get("orientation")).orElseThrow();
  }

  private static Map<String, CSVRecord> problemRows() throws IOException {
    return rows(SAMPLES.resolve("problems")).stream()
        .collect(toMap(row -> row.get("row_key"), row -> row, (first, again) -> first));
  }

  private static List<CSVRecord> rows(Path folder) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(folder.resolve("manifest.csv"))) {
      return format.parse(reader).getRecords();
    }
  }
}
