package io.callsheet.ledger;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Short transactions; {@link #run} and {@link #call} join the chunk's where a step has one open.
 */
final class Transactions {
  private final TransactionTemplate template;
  private final Durability durability;

  Transactions(PlatformTransactionManager manager, Durability durability) {
    this.template = new TransactionTemplate(manager);
    this.durability = durability;
  }

  /** For what may be lost with the process because it can be found out again for free. */
  void run(Runnable work) {
    template.executeWithoutResult(status -> work.run());
  }

  <T> T call(Supplier<T> work) {
    return present(template.execute(status -> work.get()));
  }

  /** What was written is on the disk within moments; until then it may be lost with the process. */
  <T> T soon(Supplier<T> work) {
    T result = call(work);
    durability.soon();
    return result;
  }

  void soon(Runnable work) {
    run(work);
    durability.soon();
  }

  /** When this returns, what was written survives any death. */
  void durably(Runnable work) {
    durably(
        undo -> {
          work.run();
          return true;
        });
  }

  /** Like {@link #durably(Runnable)}; the work may also take back all that it wrote. */
  <T> T durably(Function<Undo, T> work) {
    T result =
        template.execute(
            status -> {
              if (!status.isNewTransaction()) {
                throw new IllegalStateException("nothing is durable inside an open transaction");
              }
              return work.apply(status::setRollbackOnly);
            });
    durability.make();
    return present(result);
  }

  private static <T> T present(@Nullable T result) {
    if (result == null) {
      throw new IllegalStateException("a transaction's work returned nothing");
    }
    return result;
  }

  /** Takes back all that the current transaction wrote. */
  @FunctionalInterface
  interface Undo {
    void everything();
  }
}
