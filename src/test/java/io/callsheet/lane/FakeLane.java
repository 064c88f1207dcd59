package io.callsheet.lane;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Rows are numbers; a claim sees them until they are recorded, as the ledger's claims do. */
class FakeLane implements Lane<Long, Long> {
  final SortedSet<Long> waiting = new ConcurrentSkipListSet<>();
  final List<Long> begun = new CopyOnWriteArrayList<>();
  final List<Long> recorded = new CopyOnWriteArrayList<>();
  final AtomicInteger claims = new AtomicInteger();
  private final String name;
  private final int width;

  FakeLane(String name, int width, long rows) {
    this.name = name;
    this.width = width;
    LongStream.rangeClosed(1, rows).forEach(waiting::add);
  }

  boolean isLive() {
    return !waiting.isEmpty();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public long rowNo(Long row) {
    return row;
  }

  @Override
  public boolean worksWhileDraining() {
    return false;
  }

  @Override
  public List<Long> claim(int limit) {
    claims.incrementAndGet();
    return waiting.stream().limit(limit).toList();
  }

  @Override
  public final @Nullable Long work(Long row) throws InterruptedException {
    begun.add(row);
    doWork(row);
    return decidesNothing(row) ? null : row;
  }

  boolean decidesNothing(long row) {
    return false;
  }

  void doWork(long row) throws InterruptedException {}

  @Override
  public void record(List<Long> done) {
    recorded.addAll(done);
    done.forEach(waiting::remove);
  }

  @Override
  public Optional<Instant> nextDue() {
    return Optional.empty();
  }

  @Override
  public Duration patience() {
    return Duration.ofSeconds(20);
  }
}
