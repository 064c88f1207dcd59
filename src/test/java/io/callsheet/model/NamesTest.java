package io.callsheet.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @ParameterizedTest
  @CsvSource({"summer-launch-3, summer-launch, 3", "' a-1 ', a, 1", "2026-11-22, 2026-11, 22"})
  void a_run_is_found_by_its_name(String text, String job, long n) {
    assertThat(RunId.find(text)).contains(new RunId(job, n));
    assertThat(new RunId(job, n)).hasToString(text.strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "summer",
        "summer-",
        "-1",
        "summer-0",
        "summer-01",
        "Summer-1",
        "a_b-1",
        "a-1.5",
        "a/b-1",
        "a-1234567890123456789"
      })
  void what_is_no_name_of_a_run_finds_none(String text) {
    assertThat(RunId.find(text)).isEmpty();
  }

  @Test
  void a_digest_is_the_same_whole_or_in_parts() {
    MessageDigest parts = Sha256.digest();
    parts.update((byte) 'a');
    parts.update("bc".getBytes(StandardCharsets.US_ASCII));
    assertThat(Sha256.of(parts)).hasToString(ABC);
    assertThat(Sha256.of("abc".getBytes(StandardCharsets.US_ASCII)).hex()).isEqualTo(ABC);
    assertThat(new Sha256(ABC).bytes()).hasSize(32).startsWith(0xba, 0x78);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abc",
        "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD",
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ag",
        "/a7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "ba7816bf8f01cfea414140de5dae2223:00361a396177a9cb410ff61f20015ad",
        "ba7816bf8f01cfea414140de5dae2223b`0361a396177a9cb410ff61f20015ad"
      })
  void what_is_no_digest_is_refused(String hex) {
    assertThatThrownBy(() -> new Sha256(hex)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Sha256(ABC + "0")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keys_and_task_ids_are_never_blank() {
    assertThatThrownBy(() -> new RowKey(" ")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TaskId("\t")).isInstanceOf(IllegalArgumentException.class);
    assertThat(new RowKey("hero 1")).hasToString("hero 1");
    assertThat(new TaskId("98PMAEQ8")).hasToString("98PMAEQ8");
  }

  @Test
  void constants_are_written_in_words() {
    assertThat(RowState.IN_DOUBT.word()).isEqualTo("in-doubt");
    assertThat(NotRun.OVER_CAP.word()).isEqualTo("over-cap");
    assertThat(PlanAction.OVER_CAP.word()).isEqualTo("over-cap");
    assertThat(ChargeBasis.PROVIDER.word()).isEqualTo("provider");
    assertThat(FailureClass.find("MODERATION")).contains(FailureClass.MODERATION);
    assertThat(Orientation.find(" Video ")).contains(Orientation.VIDEO);
    assertThat(Orientation.find("landscape")).isEmpty();
    assertThat(Resolution.find("1080P")).contains(Resolution.P1080);
    assertThat(Resolution.find("P1080")).isEmpty();
  }

  @Test
  void the_key_of_a_row_has_three_spellings() {
    assertThat(StandardColumn.ROW_KEY.otherNames()).contains("custom_id", "id");
    assertThat(StandardColumn.PROMPT.otherNames()).isEmpty();
  }
}
