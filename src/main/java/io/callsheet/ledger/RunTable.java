package io.callsheet.ledger;

import io.callsheet.model.Credits;
import io.callsheet.model.RunId;
import io.callsheet.model.RunPhase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All SQL of the table {@code run}. */
final class RunTable {
  private static final String INSERT =
      """
      INSERT INTO run (id, job, n, label, round, phase, inputs, manifest_sha256, job_file, output,
        selection, reuse, epoch, cap, reserved, charged, stop_requested, created_at, manifest_file)
      VALUES (:id, :job, :n, :label, 1, 'PLANNING', :inputs, :manifest, :file, :output,
        :selection, :reuse, :epoch, :cap, 0, 0, FALSE, :now, :source)
      """;
  private static final String FENCE =
      """
      UPDATE run SET reserved = reserved + :c WHERE id = :id AND epoch = :epoch
        AND phase = 'RUNNING' AND reserved + charged + :c <= cap
      """;
  private static final String BOOK =
      "UPDATE run SET reserved = reserved + :reserved, charged = charged + :charged WHERE id = :id";
  private static final String NEWEST =
      "SELECT * FROM run WHERE job = :job AND label = :label ORDER BY n DESC LIMIT 1";

  private final JdbcClient jdbc;

  RunTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long nextNumber(String job) {
    return jdbc.sql("SELECT COALESCE(MAX(n), 0) + 1 FROM run WHERE job = :job")
        .param("job", job)
        .query(Long.class)
        .single();
  }

  void insert(NewRun run, long epoch, Instant now) {
    jdbc.sql(INSERT)
        .param("id", run.id().toString())
        .param("job", run.id().job())
        .param("n", run.id().n())
        .param("label", run.label())
        .param("inputs", run.inputs().hex())
        .param("manifest", run.manifest().hex())
        .param("file", run.jobFile().toString())
        .param("source", run.manifestSource())
        .param("output", run.output().toString())
        .param("selection", run.selection())
        .param("reuse", run.reuse())
        .param("epoch", epoch)
        .param("cap", run.cap().thousandths())
        .param("now", Columns.time(now))
        .update();
  }

  Optional<Run> find(RunId id) {
    return jdbc.sql("SELECT * FROM run WHERE id = :id")
        .param("id", id.toString())
        .query(Run::read)
        .optional();
  }

  Optional<Run> newest(String job, String label) {
    return jdbc.sql(NEWEST).param("job", job).param("label", label).query(Run::read).optional();
  }

  List<Run> all() {
    return jdbc.sql("SELECT * FROM run ORDER BY created_at DESC, n DESC").query(Run::read).list();
  }

  /** Whether the run was still in {@code from}. */
  boolean advance(RunId id, RunPhase from, RunPhase to, String timeColumn, Instant now) {
    if (!from.canBecome(to)) {
      throw new IllegalStateException("a run that is " + from + " cannot become " + to);
    }
    String stamp = timeColumn.isEmpty() ? "" : ", " + timeColumn + " = :now";
    return jdbc.sql("UPDATE run SET phase = :to" + stamp + " WHERE id = :id AND phase = :from")
            .param("to", to.name())
            .param("id", id.toString())
            .param("from", from.name())
            .param("now", Columns.time(now))
            .update()
        == 1;
  }

  /** Reserves, fences and caps in one statement; false: ask why. */
  boolean fence(RunId id, long epoch, Credits amount) {
    return jdbc.sql(FENCE)
            .param("c", amount.thousandths())
            .param("id", id.toString())
            .param("epoch", epoch)
            .update()
        == 1;
  }

  void book(RunId id, Credits reserved, Credits charged) {
    jdbc.sql(BOOK)
        .param("reserved", reserved.thousandths())
        .param("charged", charged.thousandths())
        .param("id", id.toString())
        .update();
  }

  void set(RunId id, String column, Object value) {
    jdbc.sql("UPDATE run SET " + column + " = :value WHERE id = :id")
        .param("value", value)
        .param("id", id.toString())
        .update();
  }
}
