package io.callsheet.wholerun;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs against a service and a bucket that share no code with the program. */
class ServiceRunIT {
  private static final int ROWS = 12;

  @TempDir private Path folder;
  private Studio studio;

  @BeforeEach
  void open() throws Exception {
    studio = new Studio(folder, 10_000);
    studio.manifest(ROWS);
  }

  @AfterEach
  void close() throws Exception {
    studio.close();
  }

  @Test
  void every_row_is_rendered_once_and_its_video_is_what_the_service_made() throws Exception {
    Studio.Ended run = studio.run();

    assertThat(run.exit()).as(run.said()).isZero();
    assertThat(studio.report().statuses()).isEqualTo(Map.of("succeeded", (long) ROWS));
    studio.report().assertBooksClose();
    Rendered.assertDelivered(studio, ROWS);
    assertThat(studio.vidgo().book().acceptedByContent().values()).hasSize(ROWS).containsOnly(1L);
    assertThat(studio.bucket().puts()).as("6 characters and 2 performances").isEqualTo(8);
  }
}
