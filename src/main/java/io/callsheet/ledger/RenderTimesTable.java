package io.callsheet.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DuplicateKeyException;
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
      SELECT :origin, :model, :resolution, :upTo, ''
      WHERE NOT EXISTS (SELECT 1 FROM render_times WHERE origin = :origin AND model = :model
        AND resolution = :resolution AND up_to = :upTo)
      """;
  private static final Comparator<RenderKind> ORDER =
      Comparator.comparing(RenderKind::origin)
          .thenComparing(RenderKind::model)
          .thenComparing(RenderKind::resolution)
          .thenComparing(RenderKind::upTo);

  private final JdbcClient jdbc;
  private final Transactions tx;
  private final Set<RenderKind> opened = ConcurrentHashMap.newKeySet();

  RenderTimesTable(JdbcClient jdbc, Transactions tx) {
    this.jdbc = jdbc;
    this.tx = tx;
  }

  Optional<String> find(RenderKind kind) {
    return with(FIND, kind).query(String.class).optional().filter(times -> !times.isEmpty());
  }

  /**
   * To be called before the transaction that learns: there must be something to lock. Two processes
   * that both made the first line would end the later one's transaction, verdicts and all.
   */
  void open(List<Lesson> lessons) {
    for (Lesson lesson : lessons) {
      if (!opened.contains(lesson.kind())) {
        try {
          tx.run(() -> with(INSERT, lesson.kind()).update());
        } catch (DuplicateKeyException e) {
          // Another process made it in the same instant.
        }
        opened.add(lesson.kind());
      }
    }
  }

  /**
   * Adds to what is there under a lock: another process may learn at the same time. One change for
   * each kind, however much is taught of it, and in one order everywhere: nobody waits in a ring.
   */
  void learn(List<Lesson> lessons) {
    Map<RenderKind, Lesson> byKind = new TreeMap<>(ORDER);
    lessons.forEach(lesson -> byKind.merge(lesson.kind(), lesson, Lesson::then));
    byKind.values().forEach(this::learn);
  }

  private void learn(Lesson lesson) {
    String before = with(FIND + " FOR UPDATE", lesson.kind()).query(String.class).single();
    with(UPDATE, lesson.kind()).param("times", lesson.addTo().apply(before)).update();
  }

  private JdbcClient.StatementSpec with(String sql, RenderKind kind) {
    return jdbc.sql(sql)
        .param("origin", kind.origin())
        .param("model", kind.model())
        .param("resolution", kind.resolution().name())
        .param("upTo", kind.upTo());
  }
}
