package io.callsheet.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callsheet.job.ManifestSource;
import io.callsheet.model.Resolution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatrixTest {

  @TempDir private Path folder;

  @Test
  void makes_every_pair_with_a_key_from_both() throws Exception {
    write("characters.csv", "Image;Client\nheroes/fox.png;Acme\nkite.jpg?sig=1;Bolt\n");
    write("performances.csv", "id,video\nwave,a.mp4\njump,b.mov\n");
    List<ManifestRow> rows = rows(Map.of());
    assertThat(rows)
        .extracting(row -> row.key().value())
        .containsExactly("fox-wave", "fox-jump", "kite-wave", "kite-jump");
    ManifestRow.Good last = (ManifestRow.Good) rows.get(3);
    assertThat(last.character()).isEqualTo("kite.jpg?sig=1");
    assertThat(last.performance()).isEqualTo("b.mov");
    assertThat(last.client()).isEqualTo("Bolt");
    assertThat(last.line()).isEqualTo(3);
    assertThat(last.performanceLine()).isEqualTo(3);
    assertThat(last.number()).isEqualTo(4);
    assertThat(last.cells()).containsExactly("kite-jump", "kite.jpg?sig=1", "Bolt", "b.mov");
  }

  @Test
  void takes_a_column_that_both_have_from_the_performance_where_it_is_filled() throws Exception {
    write("characters.csv", "character,prompt,Resolution\nfox.png,calm,1080p\n");
    write("performances.csv", "performance,resolution,prompt\na.mp4,,wild\nb.mp4,720p,\n");
    try (ManifestReader reader = open(Map.of())) {
      assertThat(reader.header())
          .containsExactly("row_key", "character", "prompt", "Resolution", "performance");
      List<ManifestRow> rows = Manifests.rows(reader);
      assertThat(((ManifestRow.Good) rows.get(0)).prompt()).isEqualTo("wild");
      assertThat(((ManifestRow.Good) rows.get(0)).resolution()).isEqualTo(Resolution.P1080);
      assertThat(((ManifestRow.Good) rows.get(1)).prompt()).isEqualTo("calm");
      assertThat(((ManifestRow.Good) rows.get(1)).resolution()).isEqualTo(Resolution.P720);
    }
  }

  @Test
  void tells_a_problem_of_a_line_once_and_pairs_the_others() throws Exception {
    write("characters.csv", "character,orientation\nfox.png,vidoe\na/kite.png,\nb/kite.png,\n");
    write("performances.csv", "performance,priority\nwave.mp4,\n,\njump.mp4,soon\nhop.mp4,1\n");
    List<ManifestRow> rows = rows(Map.of());
    List<String> problems =
        rows.stream()
            .filter(ManifestRow.Bad.class::isInstance)
            .flatMap(row -> ((ManifestRow.Bad) row).problems().stream())
            .map(problem -> problem.file() + ":" + problem.line() + " " + problem)
            .toList();
    assertThat(problems)
        .containsExactly(
            "characters:2 orientation `vidoe`: no such value: did you mean `video`?",
            "characters:4 row_key `kite`: this key is used in line 3 already: give each row its own",
            "performances:4 priority `soon`: is no whole number from 1 up: write 1 for what comes"
                + " first, or nothing for last");
    assertThat(rows)
        .extracting(row -> row.key().value())
        .containsExactly(
            "characters-line-2",
            "characters-line-4",
            "performances-line-4",
            "kite-wave",
            "kite-hop");
    assertThat(rows).extracting(ManifestRow::number).containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void uses_the_headers_that_the_job_names_in_the_file_that_has_them() throws Exception {
    write("characters.csv", "Held,SKU\nfox.png,f1\n");
    write("performances.csv", "Clip,SKU\na.mp4,p1\n");
    List<ManifestRow> rows = rows(Map.of("character", "held", "row_key", "SKU"));
    assertThat(rows).extracting(row -> row.key().value()).containsExactly("f1-p1");
    assertThatThrownBy(() -> rows(Map.of("character", "Heldin")))
        .isInstanceOf(ManifestUnreadable.class)
        .hasMessageContaining("characters.csv:1: the job file says `columns: {character: Heldin}`");
    assertThatThrownBy(() -> rows(Map.of("character", "Held", "campaign", "Kampagne")))
        .isInstanceOf(ManifestUnreadable.class)
        .hasMessageContaining("`columns: {campaign: Kampagne}`");
  }

  @Test
  void names_the_file_that_lacks_its_column() throws Exception {
    write("characters.csv", "character\nfox.png\n");
    write("performances.csv", "perfomance\na.mp4\n");
    assertThatThrownBy(() -> rows(Map.of()))
        .hasMessageStartingWith("performances.csv:1: there is no column `performance`;")
        .hasMessageContaining("did you mean `performance`?");
  }

  private List<ManifestRow> rows(Map<String, String> columns)
      throws IOException, ManifestUnreadable {
    try (ManifestReader reader = open(columns)) {
      return Manifests.rows(reader);
    }
  }

  private ManifestReader open(Map<String, String> columns) throws IOException, ManifestUnreadable {
    ManifestSource source = new ManifestSource(new ManifestSource.OnDisk(folder), null, true);
    return ManifestReader.open(folder, source, columns, Manifests.DEFAULTS);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
