package io.callsheet.testing;

import io.callsheet.ledger.Answer;
import io.callsheet.ledger.IntentOutcome;
import io.callsheet.ledger.Ledger;
import io.callsheet.ledger.PollRow;
import io.callsheet.ledger.SubmitRow;
import io.callsheet.ledger.UploadBook.Uploaded;
import io.callsheet.ledger.UploadRow;
import io.callsheet.ledger.Verdict;
import io.callsheet.model.ChargeBasis;
import io.callsheet.model.RunId;
import io.callsheet.model.Sha256;
import io.callsheet.model.TaskId;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A run in a real ledger, its rows moved on by the ledger's own books. */
public record LedgerRun(Ledger ledger, RunId id, JdbcClient jdbc, InstantSource clock) {

  /** All rows are STAGED. */
  public LedgerRun staged() {
    List<UploadRow> rows = ledger.uploads().due(id, 1000);
    ledger.uploads().record(id, rows.stream().map(row -> new Uploaded.Staged(row.no())).toList());
    return this;
  }

  /** All rows are RENDERING, as tasks {@code task-<run>-<row>}, and due. */
  public LedgerRun rendering() {
    return staged().submitted("task");
  }

  /** Rows that are STAGED and due are RENDERING, as tasks {@code <prefix>-<run>-<row>}. */
  public LedgerRun submitted(String prefix) {
    List<Answer> answers = new ArrayList<>();
    for (SubmitRow row : ledger.submits().due(id, 1000)) {
      IntentOutcome intent =
          ledger
              .submits()
              .intend(id, LedgerFile.EPOCH, row, "token", Sha256.of(new byte[1]), "https://v.test");
      TaskId task = new TaskId(prefix + "-" + id + "-" + row.no());
      answers.add(new Answer.Accepted(((IntentOutcome.Begun) intent).attempt(), 200, "", task));
    }
    ledger.submits().record(id, answers);
    return this;
  }

  /** All rows are RENDERED, their videos at {@code https://files.test/<row>.mp4}. */
  public LedgerRun rendered() {
    rendering();
    List<Verdict> verdicts = new ArrayList<>();
    for (PollRow row : ledger.polls().due(id, 1000)) {
      verdicts.add(
          new Verdict.Finished(
              row,
              URI.create("https://files.test/" + row.no() + ".mp4"),
              LedgerFile.ESTIMATE,
              ChargeBasis.PROVIDER));
    }
    ledger.polls().record(id, verdicts);
    return this;
  }

  public String state(long row) {
    return String.valueOf(column(row, "state"));
  }

  public Object column(long row, String name) {
    return jdbc.sql("SELECT " + name + " FROM run_row WHERE run_id = ? AND row_no = ?")
        .params(id.toString(), row)
        .query((rs, n) -> new Object[] {rs.getObject(1)})
        .single()[0];
  }

  /** The states of a row's attempts, in order. */
  public List<String> attempts(long row) {
    return jdbc.sql("SELECT state FROM attempt WHERE run_id = ? AND row_no = ? ORDER BY no")
        .params(id.toString(), row)
        .query(String.class)
        .list();
  }

  /** A row's credit entries, such as {@code RESERVE 36/0}: what each adds to reserved, charged. */
  public List<String> credits(long row) {
    return jdbc.sql("SELECT * FROM credit WHERE run_id = ? AND row_no = ? ORDER BY id")
        .params(id.toString(), row)
        .query(
            (rs, n) ->
                rs.getString("kind")
                    + " "
                    + rs.getLong("reserved") / 1000
                    + "/"
                    + rs.getLong("charged") / 1000)
        .list();
  }
}
