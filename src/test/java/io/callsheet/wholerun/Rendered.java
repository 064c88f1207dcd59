package io.callsheet.wholerun;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Holds the files of a run against what the service says it rendered. */
final class Rendered {
  private Rendered() {}

  /** Each of the rows has its own video in place, and no other file is there. */
  static void assertDelivered(Studio studio, int rows) {
    Map<String, String> made =
        studio.vidgo().book().all().stream()
            .collect(
                Collectors.toMap(
                    Task::id, task -> Movie.sha256(studio.vidgo().render(task.asked()))));
    Map<String, String> promised = new TreeMap<>();
    for (Map<String, String> line : studio.report().lines("results.csv")) {
      if (line.get("status").equals("succeeded")) {
        String video = line.get("video").replaceFirst("^videos/", "");
        assertThat(line.get("sha256")).as("%s", line).isEqualTo(made.get(line.get("task_id")));
        promised.put(video, line.get("sha256"));
      }
    }
    assertThat(promised).hasSize(rows);
    assertThat(studio.report().videos()).isEqualTo(promised);
  }
}
