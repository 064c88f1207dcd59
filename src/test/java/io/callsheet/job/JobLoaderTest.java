package io.callsheet.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.model.Credits;
import io.callsheet.model.Orientation;
import io.callsheet.model.Resolution;
import io.callsheet.model.Rounding;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobLoaderTest {

  @TempDir private Path root;
  private JobFolder folder;

  @BeforeEach
  void make_the_folder() throws IOException {
    folder = JobFolder.in(root);
  }

  @Test
  void reads_every_key() throws Exception {
    Job job =
        folder.load(
            """
            name: summer-launch
            manifest: media/../rows.csv
            assets: ./media
            output: ../out/summer
            columns: {character: Hero image, row_key: SKU}
            defaults: {orientation: image, resolution: 1080p, prompt: "slow: please"}
            videos: "{campaign}/{row_key}.mp4"
            spend: {cap: 2000.5, approval: auto, rounding: exact}
            provider: {name: sandbox, model: m1, submits-per-minute: 600, max-in-flight: 7,
                       polls-per-minute: 30, typical-render: 5m}
            storage: {bucket: my-bucket, prefix: /a/b/, url-life: 7d}
            failures: {retries: 0, tolerate: 5%, deadline: 90m, quarantine: 0}
            problems: skip
            reuse: {max-age: 0d}
            fetch: {allow-http: true}
            sandbox:
              render-time: 500ms-2s
              balance: 12.5
              submits-per-minute: 90
              max-concurrent: 4
              result-life: 1h
              faults: {fail: 5%, slow-submit: 0.5%}
              refuse: forbidden
            """);
    Path parent = root.toAbsolutePath().normalize();
    assertThat(job)
        .isEqualTo(
            new Job(
                "summer-launch",
                parent.resolve("job.yaml"),
                ManifestSource.file(parent.resolve("rows.csv")),
                parent.resolve("media"),
                parent.resolveSibling("out").resolve("summer"),
                Map.of("character", "Hero image", "row_key", "SKU"),
                new Job.Defaults(Orientation.IMAGE, Resolution.P1080, "slow: please"),
                "{campaign}/{row_key}.mp4",
                new Job.Spend(Credits.parse("2000.5"), Job.Approval.AUTO, Rounding.EXACT),
                new ProviderSettings("sandbox", null, "m1", 600, 7, 30, Duration.ofMinutes(5)),
                new StorageSettings("my-bucket", "a/b", null, null, false, Duration.ofDays(7)),
                new Job.Failures(0, 5, Duration.ofMinutes(90), 0),
                Job.Problems.SKIP,
                Duration.ZERO,
                true,
                new SandboxSettings(
                    Duration.ofMillis(500),
                    Duration.ofSeconds(2),
                    Credits.parse("12.5"),
                    90,
                    4,
                    Duration.ofHours(1),
                    Map.of("fail", 50, "slow-submit", 5),
                    "forbidden")));
  }

  @Test
  void takes_defaults_for_what_is_left_out() throws Exception {
    Job job = folder.load(JobFolder.LEAST);
    assertThat(job.columns()).isEmpty();
    assertThat(job.defaults())
        .isEqualTo(new Job.Defaults(Orientation.VIDEO, Resolution.P720, null));
    assertThat(job.videos()).isEqualTo("{row_key}.mp4");
    assertThat(job.spend())
        .isEqualTo(new Job.Spend(Credits.of(100), Job.Approval.MANUAL, Rounding.CEIL_SECOND));
    assertThat(job.provider())
        .isEqualTo(
            new ProviderSettings("sandbox", null, "kling-3.0-motion-control", 60, 20, 600, null));
    assertThat(job.storage())
        .isEqualTo(
            new StorageSettings("callsheet", "spring", null, null, false, Duration.ofHours(24)));
    assertThat(job.failures()).isEqualTo(new Job.Failures(2, 20, Duration.ofHours(2), 3));
    assertThat(job.problems()).isEqualTo(Job.Problems.STOP);
    assertThat(job.reuseMaxAge()).isEqualTo(Duration.ofDays(90));
    assertThat(job.allowHttp()).isFalse();
    assertThat(job.sandbox()).isEqualTo(SandboxSettings.DEFAULT);
  }

  @Test
  void treats_an_empty_section_as_absent() throws Exception {
    assertThat(folder.load(JobFolder.LEAST + "reuse:\nstorage: # later\n"))
        .isEqualTo(folder.load(JobFolder.LEAST));
  }

  @Test
  void reads_the_service_and_its_storage() throws Exception {
    Job job =
        folder.load(
            JobFolder.LEAST.replace("provider: {name: sandbox}", "provider: {name: vidgo}")
                + """
                storage: {bucket: b-1, endpoint: "http://MinIO:9000/", region: eu-central-1,
                          path-style: true, prefix: ""}
                """);
    assertThat(job.provider().baseUrl()).isEqualTo(URI.create("https://api.vidgo.ai"));
    assertThat(job.storage().endpoint()).isEqualTo(URI.create("http://minio:9000"));
    assertThat(job.storage().region()).isEqualTo("eu-central-1");
    assertThat(job.storage().pathStyle()).isTrue();
    assertThat(job.storage().prefix()).isEmpty();
  }

  @Test
  void writes_an_origin_in_one_way_only() throws Exception {
    Job job =
        folder.load(
            JobFolder.LEAST.replace(
                    "{name: sandbox}", "{name: vidgo, base-url: 'HTTPS://API.Poyo.ai:443/v1/'}")
                + "storage: {bucket: abc}\n");
    assertThat(job.provider().baseUrl()).isEqualTo(URI.create("https://api.poyo.ai/v1"));
    assertThat(job.provider().origin()).isEqualTo("https://api.poyo.ai");
  }

  @Test
  void follows_aliases_and_a_byte_order_mark() throws Exception {
    Job job = folder.load("\uFEFF" + JobFolder.LEAST + "storage: {prefix: &n plain}\nvideos: *n\n");
    assertThat(job.videos()).isEqualTo("plain");
  }
}
