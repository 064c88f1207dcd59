package io.callsheet.ledger;

import io.callsheet.model.PlanBasis;
import io.callsheet.model.RunId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All SQL of the table {@code plan_basis}. */
final class BasisTable {
  private static final String INSERT =
      "INSERT INTO plan_basis (run_id, setting, content) VALUES (:run, :setting, :content)";

  private final JdbcClient jdbc;

  BasisTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(RunId run, PlanBasis basis) {
    basis
        .settings()
        .forEach(
            (setting, content) ->
                jdbc.sql(INSERT)
                    .param("run", run.toString())
                    .param("setting", setting)
                    .param("content", content)
                    .update());
  }

  PlanBasis of(RunId run) {
    Map<String, String> settings = new LinkedHashMap<>();
    jdbc.sql("SELECT setting, content FROM plan_basis WHERE run_id = :run ORDER BY setting")
        .param("run", run.toString())
        .query(
            rs -> {
              settings.put(rs.getString("setting"), rs.getString("content"));
            });
    return new PlanBasis(settings);
  }
}
