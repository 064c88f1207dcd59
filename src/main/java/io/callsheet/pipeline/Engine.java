package io.callsheet.pipeline;

import io.callsheet.ledger.Database;
import io.callsheet.ledger.Ledger;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.batch.autoconfigure.BatchAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

/** Spring and Spring Batch over the ledger's database. */
public final class Engine implements AutoCloseable {
  private final ConfigurableApplicationContext context;
  private final PlatformTransactionManager transactions;
  private final Ledger ledger;

  private Engine(
      ConfigurableApplicationContext context,
      PlatformTransactionManager transactions,
      Ledger ledger) {
    this.context = context;
    this.transactions = transactions;
    this.ledger = ledger;
  }

  /** Starts it over an open database, which the caller closes afterwards. */
  public static Engine start(Database database, InstantSource clock) {
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(Batch.class)
            .web(WebApplicationType.NONE)
            // A signal ends the run first; Spring's own hook would close the database under it.
            .registerShutdownHook(false)
            .logStartupInfo(false)
            .properties(
                Map.of(
                    "spring.main.banner-mode", "off",
                    "spring.batch.job.enabled", "false",
                    "spring.batch.jdbc.initialize-schema", "never",
                    // With the default, SERIALIZABLE, a split of lanes fails now and then.
                    "spring.batch.jdbc.isolation-level-for-create", "read_committed"))
            .initializers(fresh -> database.offerTo((GenericApplicationContext) fresh))
            .run();
    PlatformTransactionManager transactions = context.getBean(PlatformTransactionManager.class);
    return new Engine(context, transactions, new Ledger(database, transactions, clock));
  }

  public Ledger ledger() {
    return ledger;
  }

  public Executions executions() {
    return new Executions(
        context.getBean(JobOperator.class), context.getBean(JobRepository.class), transactions);
  }

  PlatformTransactionManager transactions() {
    return transactions;
  }

  @Override
  public void close() {
    context.close();
  }

  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration({
    TransactionAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    BatchAutoConfiguration.class,
    BatchJdbcAutoConfiguration.class
  })
  static class Batch {}
}
