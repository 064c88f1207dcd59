package io.callsheet.lane;

import java.util.List;

/**
 * The item of a lane's step: what has finished since the last one; empty only when the lane is to
 * look whether it should stop.
 */
record Turn<D>(List<D> done) {
  Turn {
    done = List.copyOf(done);
  }
}
