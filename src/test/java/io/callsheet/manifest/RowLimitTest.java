package io.callsheet.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import org.junit.jupiter.api.Test;

class RowLimitTest {

  private static final int MILLION = 1_000_000;

  @Test
  void stops_a_row_that_never_ends() throws IOException {
    try (RowLimit limit = new RowLimit(new Endless())) {
      char[] million = new char[MILLION];
      for (int i = 0; i < 4; i++) {
        assertThat(limit.read(million, 0, MILLION)).isEqualTo(MILLION);
      }
      assertThatThrownBy(limit::read).isInstanceOf(RowLimit.TooLong.class);
    }
  }

  @Test
  void counts_each_row_anew() throws IOException {
    try (RowLimit limit = new RowLimit(new Endless())) {
      char[] million = new char[MILLION];
      for (int i = 0; i < 10; i++) {
        limit.rowBegins();
        assertThat(limit.read(million, 0, MILLION)).isEqualTo(MILLION);
      }
    }
  }

  private static final class Endless extends Reader {

    @Override
    public int read(char[] buffer, int offset, int length) {
      return length;
    }

    @Override
    public void close() {}
  }
}
