package io.callsheet.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.testing.Postgres;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerSchemaTest {

  private static final String COLUMNS =
      """
      SELECT table_name, column_name, is_nullable FROM information_schema.columns
      WHERE UPPER(table_schema) = 'PUBLIC'
      """;

  private static final String INDEXES =
      """
      SELECT i.table_name || ' ' || LISTAGG(c.column_name, ' ')
          WITHIN GROUP (ORDER BY c.ordinal_position)
      FROM information_schema.indexes i JOIN information_schema.index_columns c
        ON c.index_name = i.index_name AND c.table_name = i.table_name
      WHERE i.table_name IN ('RUN_ROW', 'ATTEMPT', 'CREDIT')
      GROUP BY i.table_name, i.index_name
      """;

  @TempDir private Path folder;

  @Test
  void both_databases_have_the_same_tables_and_columns() throws Exception {
    try (OpenLedger h2 = OpenLedger.at(new LedgerAddress.File(folder));
        OpenLedger postgres = OpenLedger.at(Postgres.freshDatabase())) {
      List<String> columns = columns(h2);
      assertThat(columns).isEqualTo(columns(postgres));
      assertThat(columns)
          .contains("run_row.content_key yes", "attempt.task_id yes", "credit.place yes")
          .contains("batch_job_instance.job_key no");
    }
  }

  /** Each one is written anew whenever a line of its table changes. */
  @Test
  void h2_keeps_no_index_on_the_busy_tables_that_no_turn_asks_for() throws Exception {
    try (OpenLedger h2 = OpenLedger.at(new LedgerAddress.File(folder))) {
      assertThat(h2.jdbc().sql(INDEXES).query(String.class).list())
          .containsExactlyInAnyOrder(
              "RUN_ROW RUN_ID ROW_NO",
              "RUN_ROW RUN_ID ROW_KEY",
              "RUN_ROW RUN_ID STATE PRIORITY ROW_NO",
              "RUN_ROW RUN_ID STATE DUE_AT ROW_NO OVERDUE",
              "RUN_ROW RUN_ID FOLLOWS",
              "ATTEMPT RUN_ID ROW_NO NO",
              "ATTEMPT RUN_ID STATE",
              "ATTEMPT ORIGIN TASK_ID",
              "CREDIT ID",
              "CREDIT RUN_ID ROW_NO ATTEMPT PLACE");
    }
  }

  @Test
  void an_h2_ledger_keeps_its_id_when_it_is_opened_again() throws Exception {
    keepsItsId(new LedgerAddress.File(folder));
  }

  @Test
  void a_postgresql_ledger_keeps_its_id_when_it_is_opened_again() throws Exception {
    keepsItsId(Postgres.freshDatabase());
  }

  @Test
  void two_ledgers_have_different_ids() throws Exception {
    try (OpenLedger one = OpenLedger.at(new LedgerAddress.File(folder.resolve("one")));
        OpenLedger two = OpenLedger.at(new LedgerAddress.File(folder.resolve("two")))) {
      assertThat(one.ledger().id()).hasSize(36).isNotEqualTo(two.ledger().id());
    }
  }

  @Test
  void a_new_h2_ledger_is_one_file_and_nothing_is_left_of_its_making() throws Exception {
    OpenLedger.at(new LedgerAddress.File(folder)).close();
    assertThat(folder).isDirectoryContaining(path -> path.endsWith("ledger.mv.db"));
    assertThat(folder).isDirectoryNotContaining("glob:**new-*");
  }

  private static void keepsItsId(LedgerAddress address) throws LedgerUnavailable {
    String id;
    try (OpenLedger first = OpenLedger.at(address)) {
      id = first.ledger().id();
    }
    try (OpenLedger again = OpenLedger.at(address)) {
      assertThat(again.ledger().id()).isEqualTo(id);
    }
  }

  private static List<String> columns(OpenLedger open) {
    return open
        .jdbc()
        .sql(COLUMNS)
        .query(
            (rs, n) ->
                (rs.getString(1) + "." + rs.getString(2) + " " + rs.getString(3))
                    .toLowerCase(Locale.ROOT))
        .list()
        .stream()
        .filter(column -> !column.startsWith("flyway"))
        .sorted()
        .toList();
  }
}
