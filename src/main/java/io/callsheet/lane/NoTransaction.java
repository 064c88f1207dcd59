package io.callsheet.lane;

import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;

/**
 * For steps that ask the outside world: no transaction, and no connection kept between two
 * statements. Batch's own manager without a database still binds one for as long as a chunk takes.
 */
public final class NoTransaction extends ResourcelessTransactionManager {
  private static final long serialVersionUID = 1L;

  public NoTransaction() {
    setTransactionSynchronization(SYNCHRONIZATION_NEVER);
  }
}
