package io.callsheet.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callsheet.ledger.ReportRow;
import io.callsheet.report.Reports.Report;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class BesideTest {
  private static final List<ReportRow> PAGE = List.of(ReportRows.succeeded("hero"));

  private final Slow part = new Slow();

  @Test
  void a_page_is_written_while_the_next_one_is_read() throws Exception {
    try (Report beside = new Beside(part)) {
      beside.add(PAGE);
      assertThat(part.begun.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(part.seen).as("still at it").isEmpty();
      part.mayGoOn.countDown();
      beside.add(List.of());
      assertThat(part.seen.get(0)).isEqualTo("1 of another thread");
      beside.finish();
    }
    assertThat(part.seen)
        .containsExactly("1 of another thread", "0 of another thread", "finished", "closed");
  }

  @Test
  void what_fails_in_between_fails_the_report_and_puts_nothing_in_place() throws Exception {
    part.trouble = new IOException("the disk is full");
    part.mayGoOn.countDown();
    try (Report beside = new Beside(part)) {
      beside.add(PAGE);
      assertThatThrownBy(() -> beside.add(PAGE)).hasMessage("the disk is full");
      assertThatThrownBy(beside::finish).hasMessage("the disk is full");
    }
    assertThat(part.seen).containsExactly("closed");
  }

  @Test
  void what_is_given_up_is_not_waited_for() throws Exception {
    try (Report beside = new Beside(part)) {
      beside.add(PAGE);
      assertThat(part.begun.await(10, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(part.seen).containsExactly("closed");
  }

  /** Waits within each page until it may go on. */
  private static final class Slow implements Report {
    final Thread reader = Thread.currentThread();
    final List<String> seen = new ArrayList<>();
    final CountDownLatch begun = new CountDownLatch(1);
    final CountDownLatch mayGoOn = new CountDownLatch(1);
    IOException trouble;

    @Override
    public void add(List<? extends ReportRow> rows) throws IOException {
      begun.countDown();
      try {
        mayGoOn.await();
      } catch (InterruptedException e) {
        return;
      }
      if (trouble != null) {
        throw trouble;
      }
      seen.add(
          rows.size() + (Thread.currentThread() == reader ? " of ours" : " of another thread"));
    }

    @Override
    public void finish() {
      seen.add("finished");
    }

    @Override
    public void close() {
      seen.add("closed");
    }
  }
}
