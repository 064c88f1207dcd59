package io.callsheet.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestHeaderTest {

  @TempDir private Path folder;
  private Manifests manifests;

  @BeforeEach
  void make_manifests() {
    manifests = new Manifests(folder);
  }

  @Test
  void does_not_mind_case_spaces_hyphens_underscores_and_order() throws Exception {
    ManifestRow.Good row =
        manifests.good("PER-FORMANCE, Custom\u00a0ID ,pri_ority,Character \nb,k,3,a\n");
    assertThat(row.performance()).isEqualTo("b");
    assertThat(row.key()).hasToString("k");
    assertThat(row.priority()).isEqualTo(3);
    assertThat(row.character()).isEqualTo("a");
  }

  @Test
  void prefers_row_key_to_its_other_names() throws Exception {
    assertThat(manifests.good("id,row_key,character,performance\n7,k,a,b\n").key())
        .hasToString("k");
    assertThat(manifests.good("id,character,performance\n7,a,b\n").key()).hasToString("7");
  }

  @Test
  void says_of_a_column_that_it_carries_along_what_was_likely_meant() {
    List<String> header =
        List.of("character", "performance", "Orientaton", "promt", "client", "clients", "budget");
    assertThat(ColumnNotes.of(header, Map.of()))
        .containsExactly(
            "column `Orientaton` is carried along unread: did you mean `orientation`?",
            "column `promt` is carried along unread: did you mean `prompt`?");
    assertThat(ColumnNotes.of(header, Map.of("prompt", "promt", "orientation", "orientaton")))
        .isEmpty();
  }

  @Test
  void knows_the_names_that_marketers_use() throws Exception {
    ManifestRow.Good row = manifests.good("Custom ID,Hero Image,Motion,Customer\nk,a,b,Acme\n");
    assertThat(row.key()).hasToString("k");
    assertThat(row.character()).isEqualTo("a");
    assertThat(row.performance()).isEqualTo("b");
    assertThat(row.client()).isEqualTo("Acme");
  }

  @Test
  void prefers_our_own_word_to_its_other_names() throws Exception {
    ManifestRow.Good row = manifests.good("image,character,video,performance\n1,a,2,b\n");
    assertThat(row.character()).isEqualTo("a");
    assertThat(row.performance()).isEqualTo("b");
    assertThat(row.cells()).containsExactly("1", "a", "2", "b");
  }

  @Test
  void never_guesses_between_two_columns() throws Exception {
    assertThat(manifests.refusal("Hero,Image,performance\na,b,c\n"))
        .isEqualTo(
            "spring.csv:1: columns `Image` and `Hero` both mean `character`: rename one, or write"
                + " `columns: {character: Image}` into the job file");
  }

  @Test
  void takes_the_headers_that_the_job_names() throws Exception {
    Path file = manifests.file("character,Hero image,SKU,performance\nold,new,x-1,b\n");
    Map<String, String> columns =
        Map.of("character", "hero_IMAGE", "row_key", "SKU", "campaign", "SKU");
    try (ManifestReader reader =
        ManifestReader.open(file, Manifests.NAMED, columns, Manifests.DEFAULTS)) {
      ManifestRow.Good row = (ManifestRow.Good) Manifests.rows(reader).get(0);
      assertThat(row.character()).isEqualTo("new");
      assertThat(row.key()).hasToString("x-1");
      assertThat(row.campaign()).isEqualTo("x-1");
      assertThat(row.cells()).containsExactly("old", "new", "x-1", "b");
    }
  }

  @Test
  void drops_the_remarks_of_a_rejected_file_and_keeps_nameless_columns() throws Exception {
    String text = "line,character,,performance,Problem,sku\n4,a,x,b,is bad,s\n";
    assertThat(manifests.header(text)).containsExactly("character", "", "performance", "sku");
    assertThat(manifests.good(text).cells()).containsExactly("a", "x", "b", "s");
  }

  @Test
  void keeps_a_remark_that_the_job_wants() throws Exception {
    Path file = manifests.file("line,character,performance\nspring,a,b\n");
    try (ManifestReader reader =
        ManifestReader.open(
            file, Manifests.NAMED, Map.of("campaign", "line"), Manifests.DEFAULTS)) {
      assertThat(reader.header()).containsExactly("line", "character", "performance");
    }
  }

  @Test
  void names_the_near_miss_of_a_required_column() throws Exception {
    assertThat(manifests.refusal("\ncharcter,perfomance\na,b\n"))
        .isEqualTo(
            "spring.csv:2: there is no column `character`; `charcter`: did you mean `character`?;"
                + " there is no column `performance`; `perfomance`: did you mean `performance`?");
  }

  @Test
  void tells_what_the_first_line_reads_when_it_is_no_header() throws Exception {
    assertThat(manifests.refusal("a.png,https://x.y/b.mp4?sig=s3cret\n"))
        .isEqualTo(
            "spring.csv:1: there is no column `character` and no column `performance`: the first"
                + " line must name the columns, or `columns` of the job file must say what they are"
                + " called; it reads a.png, https://x.y/b.mp4?…");
  }

  @Test
  void refuses_a_known_column_that_is_there_twice() throws Exception {
    assertThat(manifests.refusal("character,Prompt,performance,prompt\n"))
        .isEqualTo("spring.csv:1: column `Prompt` is there twice, as number 2 and 4: rename one");
    assertThat(manifests.header("character,performance,x,x\n"))
        .isEqualTo(List.of("character", "performance", "x", "x"));
  }

  @Test
  void refuses_a_header_that_the_job_names_and_the_file_lacks() throws IOException {
    Path file = manifests.file("Hero image,performance\na,b\n");
    assertThatThrownBy(
            () ->
                ManifestReader.open(
                    file, Manifests.NAMED, Map.of("character", "Heroe image"), Manifests.DEFAULTS))
        .isInstanceOf(ManifestUnreadable.class)
        .hasMessage(
            "spring.csv:1: the job file says `columns: {character: Heroe image}`, but there is no"
                + " column `Heroe image`; did you mean `Hero image`?");
  }

  @Test
  void refuses_a_file_of_blank_lines() throws Exception {
    assertThat(manifests.refusal("\n \n\n"))
        .isEqualTo("spring.csv: is empty: its first line must name the columns");
  }

  @Test
  void reads_a_header_without_rows() throws Exception {
    assertThat(manifests.rows("character,performance")).isEmpty();
  }
}
