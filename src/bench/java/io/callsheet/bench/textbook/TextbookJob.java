package io.callsheet.bench.textbook;

import javax.sql.DataSource;
import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.batch.core.configuration.annotation.EnableJdbcJobRepository;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.file.FlatFileItemReader;
import org.springframework.batch.infrastructure.item.file.builder.FlatFileItemReaderBuilder;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Four chunk-oriented steps, one after the other, one thread. It has what Spring Batch gives for
 * nothing: a job that starts again at the chunk it died in. It has no intent before a submit, so
 * that rows of that chunk are paid twice; no budget; no answer to a lost response; and the first
 * video arrives after the last submit.
 */
@Configuration
@EnableBatchProcessing
@EnableJdbcJobRepository
class TextbookJob {
  private static final int CHUNK = 10;

  /** Arguments: service, bucket, manifest, assets, output, state. */
  public static void main(String[] arguments) throws Exception {
    Settings settings = Settings.of(arguments);
    JobExecution execution;
    try (var context = new AnnotationConfigApplicationContext()) {
      context.registerBean(Settings.class, () -> settings);
      context.register(TextbookJob.class);
      context.refresh();
      execution =
          context
              .getBean(JobOperator.class)
              .start(context.getBean("renders", Job.class), new JobParameters());
    }
    System.exit(execution.getStatus().isUnsuccessful() ? 1 : 0);
  }

  @Bean
  DataSource dataSource(Settings settings) {
    com.zaxxer.hikari.HikariDataSource source = new com.zaxxer.hikari.HikariDataSource();
    source.setJdbcUrl("jdbc:h2:file:" + settings.state().toAbsolutePath().resolve("batch"));
    DatabasePopulatorUtils.execute(
        new ResourceDatabasePopulator(
            new ClassPathResource("org/springframework/batch/core/schema-h2.sql")),
        source);
    new JdbcTemplate(source).execute(Steps.TABLE);
    return source;
  }

  @Bean
  PlatformTransactionManager transactionManager(DataSource source) {
    return new JdbcTransactionManager(source);
  }

  @Bean
  Steps steps(DataSource source, Settings settings) {
    S3Client bucket =
        S3Client.builder()
            .region(Region.US_EAST_1)
            .endpointOverride(settings.service())
            .serviceConfiguration(s3 -> s3.pathStyleAccessEnabled(true))
            .build();
    Service service = new Service(settings.service(), System.getenv("CALLSHEET_API_KEY"));
    return new Steps(source, settings, service, bucket);
  }

  @Bean
  FlatFileItemReader<Clip> manifest(Settings settings) {
    return new FlatFileItemReaderBuilder<Clip>()
        .name("manifest")
        .resource(new FileSystemResource(settings.manifest()))
        .linesToSkip(1)
        .delimited()
        .names("key", "character", "performance", "prompt")
        .fieldSetMapper(
            line ->
                new Clip(
                    line.readString("key"),
                    line.readString("character"),
                    line.readString("performance"),
                    line.readString("prompt"),
                    "",
                    ""))
        .build();
  }

  @Bean
  Job renders(
      JobRepository repository,
      PlatformTransactionManager transactions,
      FlatFileItemReader<Clip> manifest,
      Steps steps)
      throws Exception {
    Step upload =
        new StepBuilder("upload", repository)
            .<Clip, Clip>chunk(CHUNK)
            .reader(manifest)
            .processor(steps.upload())
            .writer(steps.insert())
            .transactionManager(transactions)
            .build();
    Step submit =
        new StepBuilder("submit", repository)
            .<Clip, Clip>chunk(CHUNK)
            .reader(steps.all("toSubmit"))
            .processor(steps.submit())
            .writer(steps.keepTask())
            .transactionManager(transactions)
            .build();
    Step poll = new StepBuilder("poll", repository).tasklet(steps.poll(), transactions).build();
    Step collect =
        new StepBuilder("collect", repository)
            .<Clip, Clip>chunk(CHUNK)
            .reader(steps.all("toCollect"))
            .processor(steps.collect())
            .writer(chunk -> {})
            .transactionManager(transactions)
            .build();
    return new JobBuilder("renders", repository)
        .start(upload)
        .next(submit)
        .next(poll)
        .next(collect)
        .build();
  }
}
