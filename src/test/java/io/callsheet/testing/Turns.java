package io.callsheet.testing;

import io.callsheet.lane.Lane;
import java.util.ArrayList;
import java.util.List;

/** Takes a lane through single turns on the test's own thread. */
public final class Turns {
  private Turns() {}

  /** Claims what is due, works on each row and records it. Returns how many rows there were. */
  public static <R, D> int one(Lane<R, D> lane) throws InterruptedException {
    int room = lane.room(0);
    List<R> rows = room > 0 ? lane.claim(room) : List.of();
    List<D> done = new ArrayList<>();
    for (R row : rows) {
      D result = lane.work(row);
      if (result != null) {
        done.add(result);
      }
    }
    if (!done.isEmpty()) {
      lane.record(done);
    }
    return rows.size();
  }
}
