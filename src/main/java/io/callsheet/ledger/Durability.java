package io.callsheet.ledger;

/** What turns a commit into something that survives {@code kill -9}. */
@FunctionalInterface
interface Durability {
  /** PostgreSQL: the commit itself was enough. */
  Durability BY_COMMIT = () -> {};

  void make();

  /** Sees to it that what is committed by now survives from some moment on; need not wait. */
  default void soon() {
    make();
  }
}
