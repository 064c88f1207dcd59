package io.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class WrapTest {
  @Test
  void lines_break_between_words() {
    assertThat(Wrap.lines("the quick brown fox jumps over the lazy dog", 20))
        .containsExactly("the quick brown fox", "jumps over the lazy", "dog");
  }

  @Test
  void a_word_longer_than_a_line_is_cut_but_nothing_is_lost() {
    String path = "characters/" + "x".repeat(60) + ".png is not there";
    assertThat(Wrap.lines(path, 25)).allMatch(line -> line.length() <= 25);
    assertThat(String.join("", Wrap.lines(path, 25)).replace(" ", ""))
        .isEqualTo(path.replace(" ", ""));
  }

  @Test
  void a_pipe_gets_it_in_one_line() {
    String text = "word ".repeat(100).strip();
    assertThat(Wrap.lines(text, Terminal.ANY_WIDTH - 10)).containsExactly(text);
  }

  @Test
  void a_character_of_two_halves_is_never_cut_in_two() {
    assertThat(Wrap.cut("ab🎬cd", 4)).isEqualTo("ab…");
    assertThat(Wrap.cutPath("a/b🎬cd", 4)).isEqualTo("…cd");
  }

  @Test
  void a_path_keeps_its_end_and_a_sentence_its_beginning() {
    assertThat(Wrap.cutPath("performances/wave.mp4", 12)).isEqualTo("…es/wave.mp4");
    assertThat(Wrap.cutPath("wave.mp4", 8)).isEqualTo("wave.mp4");
    assertThat(Wrap.cutPath("a 24/7 smile", 8)).isEqualTo("a 24/7 …");
    assertThat(Wrap.lines("🎬".repeat(15), 21))
        .allMatch(line -> line.codePoints().allMatch(c -> c == 0x1F3AC));
  }

  @Test
  void what_is_set_in_lines_up_below_its_first_line() {
    StringWriter out = new StringWriter();
    Terminal screen =
        new Terminal(new PrintWriter(out, true), new PrintWriter(out, true), true, 33);
    screen.sayWrapped("   9  key  ", "the quick brown fox jumps");
    assertThat(out.toString().lines())
        .containsExactly("   9  key  the quick brown fox", "           jumps");
  }
}
