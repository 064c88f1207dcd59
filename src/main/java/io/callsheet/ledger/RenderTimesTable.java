package io.callsheet.ledger;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All SQL of the table {@code render_times}. */
final class RenderTimesTable {
  private static final String KIND =
      " WHERE origin = :origin AND model = :model AND resolution = :resolution AND up_to = :upTo";
  private static final String FIND = "SELECT times FROM render_times" + KIND;
  private static final String UPDATE = "UPDATE render_times SET times = :times" + KIND;
  private static final String INSERT =
      """
      INSERT INTO render_times (origin, model, resolution, up_to, times)
      SELECT :origin, :model, :resolution, :upTo, :times
      WHERE NOT EXISTS (SELECT 1 FROM render_times WHERE origin = :origin AND model = :model
        AND resolution = :resolution AND up_to = :upTo)
      """;

  private final JdbcClient jdbc;

  RenderTimesTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<String> find(RenderKind kind) {
    return with(FIND, kind).query(String.class).optional();
  }

  /** Adds to what is there under a lock: another process may learn at the same time. */
  void learn(Lesson lesson) {
    Optional<String> before =
        with(FIND + " FOR UPDATE", lesson.kind()).query(String.class).optional();
    String after = lesson.addTo().apply(before.orElse(""));
    with(before.isPresent() ? UPDATE : INSERT, lesson.kind()).param("times", after).update();
  }

  private JdbcClient.StatementSpec with(String sql, RenderKind kind) {
    return jdbc.sql(sql)
        .param("origin", kind.origin())
        .param("model", kind.model())
        .param("resolution", kind.resolution().name())
        .param("upTo", kind.upTo());
  }
}
