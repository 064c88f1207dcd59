package io.callsheet.bench.textbook;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.database.JdbcBatchItemWriter;
import org.springframework.batch.infrastructure.item.database.JdbcPagingItemReader;
import org.springframework.batch.infrastructure.item.database.builder.JdbcBatchItemWriterBuilder;
import org.springframework.batch.infrastructure.item.database.builder.JdbcPagingItemReaderBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** The work of the four steps. */
final class Steps {
  static final String TABLE =
      "CREATE TABLE clip (row_key VARCHAR(200) PRIMARY KEY, character_file VARCHAR(200),"
          + " performance_file VARCHAR(200), prompt VARCHAR(2500), task VARCHAR(200),"
          + " video VARCHAR(2000))";
  private static final RowMapper<Clip> CLIP =
      (rs, n) ->
          new Clip(
              rs.getString(1),
              rs.getString(2),
              rs.getString(3),
              rs.getString(4),
              rs.getString(5),
              rs.getString(6));

  /** The typical time of a render here, kindly known to the tutorial's reader. */
  private static final int BETWEEN_POLLS = 2000;

  private final DataSource source;
  private final Settings settings;
  private final Service service;
  private final S3Client bucket;

  Steps(DataSource source, Settings settings, Service service, S3Client bucket) {
    this.source = source;
    this.settings = settings;
    this.service = service;
    this.bucket = bucket;
  }

  ItemProcessor<Clip, Clip> upload() {
    Set<String> done = new HashSet<>();
    return clip -> {
      for (String file : List.of(clip.character(), clip.performance())) {
        if (done.add(file)) {
          bucket.putObject(
              put -> put.bucket(settings.bucket()).key(file),
              RequestBody.fromFile(settings.assets().resolve(file)));
        }
      }
      return clip;
    };
  }

  JdbcBatchItemWriter<Clip> insert() {
    return new JdbcBatchItemWriterBuilder<Clip>()
        .dataSource(source)
        .sql("INSERT INTO clip VALUES (:key, :character, :performance, :prompt, '', '')")
        .beanMapped()
        .build();
  }

  JdbcPagingItemReader<Clip> all(String name) throws Exception {
    return new JdbcPagingItemReaderBuilder<Clip>()
        .name(name)
        .dataSource(source)
        .selectClause("SELECT row_key, character_file, performance_file, prompt, task, video")
        .fromClause("FROM clip")
        .sortKeys(
            java.util.Map.of(
                "row_key", org.springframework.batch.infrastructure.item.database.Order.ASCENDING))
        .pageSize(100)
        .rowMapper(CLIP)
        .build();
  }

  ItemProcessor<Clip, Clip> submit() {
    return clip ->
        new Clip(
            clip.key(),
            clip.character(),
            clip.performance(),
            clip.prompt(),
            service.submit(clip, settings.bucket()),
            "");
  }

  JdbcBatchItemWriter<Clip> keepTask() {
    return new JdbcBatchItemWriterBuilder<Clip>()
        .dataSource(source)
        .sql("UPDATE clip SET task = :task WHERE row_key = :key")
        .beanMapped()
        .build();
  }

  /** Asks for every task that is open, again and again until none is. */
  Tasklet poll() {
    JdbcTemplate jdbc = new JdbcTemplate(source);
    return (contribution, context) -> {
      List<String> open = jdbc.queryForList("SELECT task FROM clip WHERE video = ''", String.class);
      for (String task : open) {
        jdbc.update("UPDATE clip SET video = ? WHERE task = ?", service.ask(task), task);
      }
      if (jdbc.queryForList("SELECT 1 FROM clip WHERE video = ''").isEmpty()) {
        return RepeatStatus.FINISHED;
      }
      Service.rest(BETWEEN_POLLS);
      return RepeatStatus.CONTINUABLE;
    };
  }

  ItemProcessor<Clip, Clip> collect() {
    return clip -> {
      Path file = Files.createDirectories(settings.output()).resolve(clip.key() + ".mp4");
      service.download(clip.video(), file);
      return clip;
    };
  }
}
