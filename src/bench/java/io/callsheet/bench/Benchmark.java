package io.callsheet.bench;

/** Something that can be measured alone. */
interface Benchmark {
  /** By which it is asked for. */
  String name();

  void run(Scoreboard board) throws Exception;
}
