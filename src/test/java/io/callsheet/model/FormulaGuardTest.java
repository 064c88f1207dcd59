package io.callsheet.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaGuardTest {

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+49", "-5", "@me", "\t=1", "\r=1", "'=1", "''-x"})
  void adds_a_quote_to_what_a_spreadsheet_could_run(String cell) {
    assertThat(FormulaGuard.protect(cell)).isEqualTo("'" + cell);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hero.png", "'", "''", "'tis", "a=b", " =1"})
  void leaves_other_cells_alone(String cell) {
    assertThat(FormulaGuard.protect(cell)).isEqualTo(cell);
    assertThat(FormulaGuard.restore(cell)).isEqualTo(cell);
  }

  @Test
  void does_not_take_from_a_formula_what_it_never_had() {
    assertThat(FormulaGuard.restore("=1")).isEqualTo("=1");
  }

  @Test
  void restores_every_cell_that_it_protected() {
    Random random = new Random(7);
    String letters = "''''=+-@\t\ra \n";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder cell = new StringBuilder();
      for (int length = random.nextInt(6); length > 0; length--) {
        cell.append(letters.charAt(random.nextInt(letters.length())));
      }
      String x = cell.toString();
      assertThat(FormulaGuard.restore(FormulaGuard.protect(x))).isEqualTo(x);
    }
  }
}
