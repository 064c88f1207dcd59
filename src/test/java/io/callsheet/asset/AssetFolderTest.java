package io.callsheet.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetFolderTest {
  @TempDir Path top;

  private Path root;
  private Path lina;

  @BeforeEach
  void fill_the_folder() throws IOException {
    root = Files.createDirectories(top.resolve("assets")).toRealPath();
    Files.createDirectories(root.resolve("characters"));
    lina = Files.writeString(root.resolve("characters/lina.png"), "lina");
    Files.writeString(root.resolve("characters/otto.png"), "otto");
    Files.writeString(top.resolve("secret.png"), "secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "characters/lina.png",
        "characters\\lina.png",
        "./characters/lina.png",
        "characters//lina.png",
        "  characters/lina.png "
      })
  void finds_a_file(String reference) {
    assertThat(resolve(reference)).isEqualTo(new Resolved.Found(lina));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret.png",
        "characters/../../secret.png",
        "..\\secret.png",
        "characters\\..\\..\\secret.png",
        "characters/..",
        ".."
      })
  void refuses_to_go_up(String reference) {
    assertThat(problem(reference))
        .isEqualTo(
            "`" + reference + "` leads out of the asset folder with `..`; name a file under it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/etc/passwd", "\\etc\\passwd", "\\\\host\\share\\a.png", "C:\\a.png", "c:a.png"})
  void refuses_an_absolute_path(String reference) {
    assertThat(problem(reference)).endsWith("write it relative to the asset folder");
  }

  @Test
  void refuses_the_whole_path_of_a_file_in_the_folder() {
    assertThat(problem(lina.toString())).contains("is an absolute path");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://example.com/a.png", "file:///etc/passwd", "data://text/plain"})
  void says_which_addresses_can_be_used(String reference) {
    assertThat(problem(reference))
        .contains("write a path under the asset folder, https:// or s3://bucket/key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"characters/lina.png\0.jpg", "characters/li\nna.png", "\u007f"})
  void refuses_control_characters_and_shows_none(String reference) {
    assertThat(problem(reference))
        .contains("contains a control character")
        .doesNotContainPattern("\\p{Cntrl}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   "})
  void refuses_an_empty_reference(String reference) {
    assertThat(problem(reference)).contains("is empty");
  }

  @Test
  void refuses_a_folder() {
    assertThat(problem("characters")).isEqualTo("`characters` is a folder; name a file in it");
    assertThat(problem(".")).contains("is a folder");
  }

  @Test
  void names_the_nearest_file() {
    assertThat(problem("characters/Linna.png"))
        .isEqualTo("`characters/Linna.png` is not there; did you mean `characters/lina.png`?");
  }

  @Test
  void names_the_nearest_folder() {
    assertThat(problem("charakters/lina.png"))
        .isEqualTo("`charakters/lina.png` is not there; did you mean `characters`?");
  }

  @Test
  void guesses_nothing_where_nothing_is_near() {
    assertThat(problem("characters/zebra.jpeg"))
        .endsWith("is not there: no such file under the asset folder");
  }

  @Test
  void follows_a_link_that_stays_inside() throws IOException {
    Files.createSymbolicLink(root.resolve("hero.png"), lina);

    assertThat(resolve("hero.png")).isEqualTo(new Resolved.Found(lina));
  }

  @Test
  void refuses_a_link_that_leads_out() throws IOException {
    Files.createSymbolicLink(root.resolve("hero.png"), top.resolve("secret.png"));

    assertThat(problem("hero.png")).contains("is a link that leads out of the asset folder");
  }

  @Test
  void tells_nothing_of_a_folder_behind_a_link_that_leads_out() throws IOException {
    Files.createSymbolicLink(root.resolve("up"), top);

    assertThat(problem("up/secret.png")).contains("is a link that leads out of the asset folder");
    assertThat(problem("up/secre.png"))
        .contains("is a link that leads out of the asset folder")
        .doesNotContain("did you mean");
  }

  @Test
  void is_not_fooled_by_a_neighbour_whose_name_begins_alike() throws IOException {
    Path neighbour = Files.createDirectories(top.resolve("assets-private"));
    Files.writeString(neighbour.resolve("a.png"), "private");
    Files.createSymbolicLink(root.resolve("a.png"), neighbour.resolve("a.png"));

    assertThat(problem("a.png")).contains("is a link that leads out of the asset folder");
  }

  @Test
  void refuses_links_that_go_in_circles() throws IOException {
    Files.createSymbolicLink(root.resolve("a.png"), root.resolve("b.png"));
    Files.createSymbolicLink(root.resolve("b.png"), root.resolve("a.png"));

    assertThat(problem("a.png")).contains("cannot be opened").doesNotContain(top.toString());
  }

  @Test
  void refuses_a_name_longer_than_a_file_can_have() {
    String reference = "x".repeat(5000);

    assertThat(problem(reference)).contains("cannot be opened").hasSizeLessThan(400);
  }

  @Test
  void refuses_what_lies_in_a_file() {
    assertThat(problem("characters/lina.png/lina.png"))
        .contains("`characters/lina.png` is a file, not a folder");
  }

  @Test
  void works_where_the_folder_itself_is_reached_by_a_link() throws IOException {
    Path link = Files.createSymbolicLink(top.resolve("link"), root);

    assertThat(new AssetFolder(link).resolve("characters/lina.png"))
        .isEqualTo(new Resolved.Found(lina));
  }

  @Test
  void finds_a_name_in_the_other_unicode_form() throws IOException {
    Path composed = Files.writeString(root.resolve("M\u00fcller.png"), "composed");
    Path apart = Files.writeString(root.resolve("Ame\u0301lie.png"), "apart");

    assertThat(resolve("Mu\u0308ller.png")).isEqualTo(new Resolved.Found(composed));
    assertThat(resolve("Am\u00e9lie.png")).isEqualTo(new Resolved.Found(apart));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "characters/LINA.png",
        "characters/lina.PNG",
        "characters/li\u200bna.png",
        "\ufeffcharacters/lina.png",
        "characters/\u202elina.png",
        "characters/lina.png\u00a0",
        "characters /lina.png",
        "characters/\uff4cina.png"
      })
  void names_the_file_that_looks_the_same(String reference) {
    assertThat(problem(reference)).contains("is not there as written: it is called `characters");
  }

  @Test
  void spells_out_what_cannot_be_seen() {
    assertThat(problem("characters/\u202eli\u200bna.png"))
        .startsWith("`characters/<U+202E>li<U+200B>na.png` is not there as written");
    assertThat(problem("characters/lina.png\u00a0")).startsWith("`characters/lina.png<U+00A0>`");
  }

  @Test
  void uses_a_name_with_odd_characters_that_is_there_exactly_so() throws IOException {
    Path odd = Files.writeString(root.resolve("fa\u200dmily \u202e.png"), "odd");

    assertThat(resolve("fa\u200dmily \u202e.png")).isEqualTo(new Resolved.Found(odd));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uff0e\uff0e/secret.png", "\u2025/secret.png", "..\u200b/secret.png"})
  void no_lookalike_of_two_dots_leads_up(String reference) {
    assertThat(problem(reference)).contains("is not there: no such file under the asset folder");
  }

  @Test
  void refuses_half_a_character() {
    assertThat(problem("characters/li\ud83dna.png")).contains("can be no file's name");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void refuses_a_pipe_without_opening_it() throws Exception {
    Path pipe = root.resolve("pipe.png");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    assertThat(problem("pipe.png")).contains("is not a regular file");
  }

  @Test
  void refuses_a_device_behind_a_link() throws IOException {
    Files.createSymbolicLink(root.resolve("zero.png"), Path.of("/dev/zero"));

    assertThat(problem("zero.png")).contains("is a link that leads out of the asset folder");
  }

  @Test
  void tells_of_a_link_to_nothing() throws IOException {
    Files.createSymbolicLink(root.resolve("gone.png"), root.resolve("never-there.png"));

    assertThat(problem("gone.png")).contains("is a link to a file that is not there");
  }

  @Test
  void says_when_there_is_no_asset_folder() {
    assertThat(new AssetFolder(top.resolve("nowhere")).resolve("a.png"))
        .isEqualTo(
            new Resolved.Unusable(
                "`a.png` cannot be found: there is no asset folder " + top.resolve("nowhere")));
  }

  private Resolved resolve(String reference) {
    return new AssetFolder(root).resolve(reference);
  }

  private String problem(String reference) {
    assertThat(resolve(reference)).isInstanceOf(Resolved.Unusable.class);
    return ((Resolved.Unusable) resolve(reference)).problem();
  }
}
