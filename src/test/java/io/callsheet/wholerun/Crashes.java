package io.callsheet.wholerun;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One campaign that dies again and again, and what must hold when it is through. */
final class Crashes {
  /** As many submissions as are under way at once at most. */
  private static final int WIDTH = 8;

  private static final Set<Integer> THROUGH = Set.of(0, 3, 6);

  private final Studio studio;
  private final int rows;
  private final Set<String> surelyInDoubt = new HashSet<>();
  private int kills;

  Crashes(Studio studio, int rows) throws Exception {
    this.studio = studio;
    this.rows = rows;
    studio.manifest(rows);
  }

  int kills() {
    return kills;
  }

  /** Starts the run and kills it after a while; false if it was through before. */
  boolean killAfter(Duration time) {
    try (Child child = studio.startRun()) {
      if (!child.endsWithin(time) && child.kill()) {
        kills++;
        return true;
      }
      assertThat(child.awaitExit()).as(child.output()).isIn(THROUGH);
      return false;
    }
  }

  /** Starts the run, which is killed when the moment comes for the n-th time. */
  void killAt(Moment moment, int nth) {
    Trap trap = new Trap(moment, nth);
    studio.vidgo().watch(trap);
    studio.bucket().watch(trap);
    try (Child child = studio.startRun()) {
      trap.arm(child);
      child.awaitExit();
      Optional<String> row = trap.sprungBy();
      assertThat(row).as("killed at %s; it said:%n%s", moment, child.output()).isPresent();
      if (moment == Moment.SUBMIT_RECEIVED || moment == Moment.SUBMIT_ACCEPTED) {
        surelyInDoubt.add(row.get());
      }
      kills++;
    } finally {
      studio.vidgo().watch(Watcher.NOBODY);
      studio.bucket().watch(Watcher.NOBODY);
    }
  }

  /** Carries the run on undisturbed to where only doubts are left, if any. */
  int carryOn() {
    Studio.Ended run = studio.run();
    assertThat(run.exit()).as(run.said()).isIn(THROUGH);
    return run.exit();
  }

  /**
   * Tells the program which tasks its rows in doubt are, as somebody would who asked the service.
   */
  void resolveWhatWasTaken() {
    for (Map<String, String> line : studio.report().lines("results.csv")) {
      if (line.get("status").equals("in-doubt")) {
        Optional<String> task =
            studio.vidgo().book().all().stream()
                .filter(taken -> taken.asked().prompt().equals(line.get("prompt")))
                .map(Task::id)
                .findFirst();
        if (task.isPresent()) {
          Studio.Ended resolved =
              studio.command("resolve", "promo-1", line.get("row_key"), "--task", task.get());
          assertThat(resolved.exit()).as(resolved.said()).isZero();
          surelyInDoubt.remove(line.get("prompt"));
        }
      }
    }
  }

  /**
   * Promises 1, 6 and 7, held against the service's own books.
   *
   * @param undisturbed digests of the videos that a run without any kill makes
   */
  Toll toll(Map<String, String> undisturbed) throws Exception {
    List<String> paidTwice =
        studio.vidgo().book().acceptedByContent().entrySet().stream()
            .filter(accepted -> accepted.getValue() > 1)
            .map(Map.Entry::getKey)
            .toList();
    Map<String, String> videos = studio.report().videos();
    List<String> lost = new ArrayList<>();
    List<String> inDoubt = new ArrayList<>();
    for (Map<String, String> line : studio.report().lines("results.csv")) {
      if (line.get("status").equals("in-doubt")) {
        inDoubt.add(line.get("prompt"));
      } else if (!isDelivered(line, undisturbed, videos)) {
        lost.add(line.toString());
      }
    }
    assertThat(studio.report().lines("results.csv")).hasSize(rows);
    assertThat(videos).as("videos, in doubt %s", inDoubt).hasSize(rows - inDoubt.size());
    assertThat(inDoubt).containsAll(surelyInDoubt).hasSizeLessThanOrEqualTo(kills * WIDTH);
    studio.report().assertBooksClose();
    return new Toll(kills, paidTwice, lost, inDoubt.size());
  }

  private boolean isDelivered(
      Map<String, String> line, Map<String, String> undisturbed, Map<String, String> videos) {
    String video = line.get("row_key") + ".mp4";
    return line.get("status").equals("succeeded")
        && undisturbed.get(video).equals(videos.get(video))
        && timesAccepted(line.get("prompt")) == 1;
  }

  private long timesAccepted(String prompt) {
    return studio.vidgo().book().all().stream()
        .filter(task -> task.asked().prompt().equals(prompt))
        .count();
  }

  /**
   * What became of campaigns that died.
   *
   * @param paidTwice contents that the service accepted more than once
   * @param lost rows that neither have their own video nor wait for a decision
   */
  record Toll(int kills, List<String> paidTwice, List<String> lost, int inDoubt) {
    static final Toll NONE = new Toll(0, List.of(), List.of(), 0);

    Toll and(Toll other) {
      return new Toll(
          kills + other.kills,
          both(paidTwice, other.paidTwice),
          both(lost, other.lost),
          inDoubt + other.inDoubt);
    }

    private static List<String> both(List<String> some, List<String> more) {
      return Stream.concat(some.stream(), more.stream()).toList();
    }

    void assertNothingLost() {
      assertThat(paidTwice).as("contents that were paid twice").isEmpty();
      assertThat(lost).as("rows that were lost").isEmpty();
    }

    @Override
    public String toString() {
      return "kills %d, paid twice %d, lost %d, in doubt %d"
          .formatted(kills, paidTwice.size(), lost.size(), inDoubt);
    }
  }
}
