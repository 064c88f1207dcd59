package io.callsheet.ledger;

import io.callsheet.testing.SettableClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A ledger, with a look behind it and a hand on its clock. */
record OpenLedger(
    Database database, Ledger ledger, JdbcClient jdbc, TransactionTemplate tx, SettableClock clock)
    implements AutoCloseable {

  static OpenLedger at(LedgerAddress address) throws LedgerUnavailable {
    Database database = Database.open(address);
    JdbcTransactionManager manager = new JdbcTransactionManager(database.source());
    SettableClock clock = new SettableClock();
    return new OpenLedger(
        database,
        new Ledger(database, manager, clock),
        JdbcClient.create(database.source()),
        new TransactionTemplate(manager),
        clock);
  }

  @Override
  public void close() {
    database.close();
  }
}
