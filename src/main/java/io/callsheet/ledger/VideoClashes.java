package io.callsheet.ledger;

import io.callsheet.model.RunId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds names of videos that several rows would be written to, in eight bytes a row: a database
 * that groups the rows by name keeps all names in memory, and H2 does so in ours.
 */
final class VideoClashes {
  private static final int PAGE = 5_000;
  private static final int MOST = 20;

  private static final String NAME = "COALESCE(video_fold, LOWER(video))";
  private static final String NAMES =
      "SELECT row_no, "
          + NAME
          + " AS name FROM run_row WHERE run_id = :run AND row_no > :after"
          + " AND video IS NOT NULL ORDER BY run_id, row_no LIMIT :limit";
  private static final String CLASHES =
      "SELECT MIN(video) AS video, MAX(video) AS other, COUNT(*) AS n, MIN(row_key) AS first_key,"
          + " MAX(row_key) AS last_key FROM run_row WHERE run_id = :run AND "
          + NAME
          + " IN (:names) GROUP BY "
          + NAME
          + " HAVING COUNT(*) > 1 ORDER BY 1";

  private final JdbcClient jdbc;

  VideoClashes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The first few. */
  List<PlanBook.VideoClash> of(RunId run) {
    Set<String> suspects = suspects(run);
    return suspects.isEmpty()
        ? List.of()
        : jdbc.sql(CLASHES)
            .param("run", run.toString())
            .param("names", suspects)
            .query(
                (rs, n) ->
                    new PlanBook.VideoClash(
                        rs.getString("video"),
                        rs.getString("other"),
                        rs.getLong("n"),
                        rs.getString("first_key"),
                        rs.getString("last_key")))
            .list();
  }

  /** Names that were seen before, or that share their 64 bits with one that was. */
  private Set<String> suspects(RunId run) {
    HashSet64 seen = new HashSet64();
    Set<String> twice = new LinkedHashSet<>();
    List<Named> page = page(run, 0);
    while (!page.isEmpty() && twice.size() < MOST) {
      for (Named row : page) {
        if (!seen.add(hash(row.name())) && twice.size() < MOST) {
          twice.add(row.name());
        }
      }
      page = page(run, page.get(page.size() - 1).no());
    }
    return twice;
  }

  private List<Named> page(RunId run, long after) {
    return jdbc.sql(NAMES)
        .param("run", run.toString())
        .param("after", after)
        .param("limit", PAGE)
        .query((rs, n) -> new Named(rs.getLong("row_no"), rs.getString("name")))
        .list();
  }

  /** FNV-1a, and never 0. */
  private static long hash(String name) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    return hash == 0 ? 1 : hash;
  }

  private record Named(long no, String name) {}

  /** Numbers other than 0, each in a slot of one array. */
  private static final class HashSet64 {
    private long[] slots = new long[1 << 12];
    private int used;

    /** Whether it was not there. */
    boolean add(long number) {
      if (used * 3L > slots.length * 2L) {
        long[] old = slots;
        slots = new long[Math.multiplyExact(old.length, 2)];
        for (long one : old) {
          if (one != 0) {
            slots[find(one)] = one;
          }
        }
      }
      int at = find(number);
      if (slots[at] == number) {
        return false;
      }
      slots[at] = number;
      used++;
      return true;
    }

    private int find(long number) {
      int at = (int) (number ^ (number >>> 32)) & (slots.length - 1);
      while (slots[at] != 0 && slots[at] != number) {
        at = (at + 1) & (slots.length - 1);
      }
      return at;
    }
  }
}
