package io.callsheet.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowProblemsTest {

  @TempDir private Path folder;
  private Manifests manifests;

  @BeforeEach
  void make_manifests() {
    manifests = new Manifests(folder);
  }

  @Test
  void tells_every_problem_of_every_row_and_goes_on() throws Exception {
    assertThat(
            manifests.problems(
                """
                row_key,Hero,character,performance,orientation,resolution,priority,prompt
                a,,a.png,a.mp4,vidoe,1080,0,
                b,,b.png,b.mp4,IMAGE,720P,7,
                c,,, ,portrait,4k,1.5,
                a,,a.png,a.mp4,,,,
                """))
        .containsExactly(
            "2: orientation `vidoe`: no such value: did you mean `video`?; resolution `1080`: no such"
                + " value: did you mean `1080p`?; priority `0`: is no whole number from 1 up: write 1"
                + " for what comes first, or nothing for last",
            "4: character: is empty: write a file under assets, an https:// URL or s3://bucket/key;"
                + " performance: is empty: write a file under assets, an https:// URL or s3://bucket/key;"
                + " orientation `portrait`: no such value: write `image` or `video`;"
                + " resolution `4k`: no such value: write `720p` or `1080p`;"
                + " priority `1.5`: is no whole number from 1 up: write 1 for what comes first, or"
                + " nothing for last",
            "5: row_key `a`: this key is used in line 2 already: give each row its own");
  }

  @Test
  void reuse_takes_yes_and_no_and_nothing() throws Exception {
    assertThat(
            manifests.problems(
                """
                row_key,character,performance,reuse
                a,a.png,a.mp4,No
                b,b.png,b.mp4,yes
                c,c.png,c.mp4,
                d,d.png,d.mp4,never
                """))
        .containsExactly(
            "5: reuse `never`: is neither yes nor no: write `no` to render the row although the same"
                + " render may exist, else nothing");
  }

  @Test
  void names_columns_as_the_file_does() throws Exception {
    assertThat(manifests.problems("CHARACTER,Perfor mance\na,\n"))
        .singleElement()
        .asString()
        .startsWith("2: Perfor mance: is empty");
  }

  @Test
  void refuses_rows_with_more_cells_than_the_header() throws Exception {
    assertThat(manifests.problems("character,performance\na,b,https://x/y?sig=s3cret\nc,d\n"))
        .containsExactly(
            "2: `https://x/y?…`: the row has 3 cells, the header has 2:"
                + " put a cell that holds the separator in double quotes");
  }

  @Test
  void limits_keys_and_texts() throws Exception {
    String header = "row_key,character,performance,prompt,client\n";
    assertThat(manifests.problems(header + "x".repeat(201) + ",a,b,,\n"))
        .containsExactly(
            "2: row_key `" + "x".repeat(60) + "…`: has 201 characters: at most 200 fit");
    assertThat(manifests.problems(header + "\"x\ny\",a,b,,\n"))
        .containsExactly(
            "2: row_key `x y`: holds a line break or control character: write a plain name");
    assertThat(manifests.problems(header + "k,a,b," + "p".repeat(2501) + ",\n"))
        .containsExactly(
            "2: prompt `" + "p".repeat(60) + "…`: has 2501 characters: at most 2500 fit");
    assertThat(manifests.problems(header + "k,a,b," + "😀".repeat(2500) + ",\n")).isEmpty();
    assertThat(manifests.problems(header + "k,a,b,," + "c".repeat(201) + "\n")).hasSize(1);
  }

  @Test
  void gives_every_row_a_key_of_its_own() throws Exception {
    List<ManifestRow> rows =
        manifests.rows(
            """
            row_key,character,performance
            a,x,y
            a,x,y
            line-3,x,y
            a,x,y
            line-6,,
            """);
    assertThat(rows)
        .extracting(row -> row.key().value())
        .containsExactly("a", "line-3", "line-4", "line-5", "line-6");
    assertThat(((ManifestRow.Bad) rows.get(2)).problems().toString())
        .contains("used in line 3 already");
  }

  @Test
  void makes_stable_keys_from_the_content() throws Exception {
    List<ManifestRow> rows =
        manifests.rows(
            """
            character,performance,prompt,sku
            x,y,,1
            x,y,,2
            x,z,,3
            xy,,,4
            x,y,,5
            x,y,p,6
            """);
    String first = rows.get(0).key().value();
    assertThat(first).matches("[0-9a-f]{12}");
    assertThat(rows.get(1).key()).hasToString(first + "-2");
    assertThat(rows.get(4).key()).hasToString(first + "-3");
    assertThat(new HashSet<>(rows.stream().map(ManifestRow::key).toList())).hasSize(6);
    assertThat(manifests.good("performance,sku,character\ny,9,x\n").key()).hasToString(first);
  }

  @Test
  void does_not_hand_out_a_key_that_a_row_has_already() throws Exception {
    String hash = manifests.good("character,performance\nx,y\n").key().value();
    List<ManifestRow> rows =
        manifests.rows(
            "row_key,character,performance\n%s,x,y\n%s-2,x,y\n,x,y\n,x,y\n".formatted(hash, hash));
    assertThat(rows)
        .extracting(row -> row.key().value())
        .containsExactly(hash, hash + "-2", hash + "-3", hash + "-4");
  }

  @Test
  void stops_at_a_quote_that_is_not_closed_and_names_its_row() throws Exception {
    String text = "character,performance\na,b\nc,\"d\ne,f\n";
    assertThat(manifests.refusal(text))
        .startsWith("spring.csv:3: in the row that begins here a quote is not closed");
    assertThat(manifests.refusal(text + "g,h\n".repeat(2_000_000)))
        .startsWith("spring.csv:3: the row that begins here has more than 4,000,000 characters")
        .contains("a quote is not closed");
    assertThat(manifests.refusal("character,performance\na,\"b\"c\n")).startsWith("spring.csv:2: ");
  }
}
