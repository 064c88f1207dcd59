package io.callsheet.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.ledger.CollectBook.Delivered;
import io.callsheet.ledger.CollectBook.Later;
import io.callsheet.ledger.CollectBook.Lost;
import io.callsheet.model.ChargeBasis;
import io.callsheet.model.Credits;
import io.callsheet.model.FailureClass;
import io.callsheet.model.RowState;
import io.callsheet.model.Sha256;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class CollectBookContract {

  private static final Sha256 BYTES = Scene.digest("video");

  private Scene scene;
  private CollectBook collects;

  abstract OpenLedger open();

  @BeforeEach
  void begin() {
    scene = Scene.staged(open(), Credits.of(1_000), 1);
    scene.verdict(
        new Verdict.Finished(
            scene.rendering(1),
            URI.create("https://files.example/1.mp4"),
            Credits.of(45),
            ChargeBasis.COMPUTED));
    collects = scene.ledger.collects();
  }

  @Test
  void the_digest_of_a_file_is_known_before_it_is_in_place() {
    assertThat(collects.due(scene.id, 1).get(0).announced()).isNull();
    collects.announce(scene.id, List.of(new Delivered(1, BYTES, Duration.ofSeconds(5), false)));
    assertThat(scene.state(1)).isEqualTo(RowState.RENDERED);
    assertThat(collects.due(scene.id, 1).get(0).announced()).isEqualTo(BYTES);
  }

  @Test
  void a_delivered_row_succeeds_and_stays_charged() {
    collects.record(scene.id, List.of(new Delivered(1, BYTES, Duration.ofMillis(4_960), false)));
    ReportRow row = scene.row(1);
    assertThat(row.state()).isEqualTo(RowState.SUCCEEDED);
    assertThat(row.sha256()).isEqualTo(BYTES);
    assertThat(row.rendered()).isEqualTo(Duration.ofMillis(4_960));
    assertThat(row.finishedAt()).isEqualTo(scene.now());
    assertThat(row.charged()).isEqualTo(Credits.of(45));
    assertThat(scene.ledger.reports().sums(scene.id))
        .isEqualTo(new ReportBook.Sums(Scene.PRICE, 1, 4_960));
  }

  @Test
  void a_lost_row_fails_and_stays_charged() {
    collects.announce(scene.id, List.of(new Delivered(1, BYTES, Duration.ofSeconds(5), false)));
    collects.record(scene.id, List.of(new Lost(1, "the service has no such file")));
    ReportRow row = scene.row(1);
    assertThat(row.state()).isEqualTo(RowState.FAILED);
    assertThat(row.failure()).isEqualTo(FailureClass.LOST);
    assertThat(row.sha256()).isNull();
    assertThat(row.charged()).isEqualTo(Credits.of(45));
    assertThat(scene.run().charged()).isEqualTo(Credits.of(45));
    assertThat(scene.ledger.runs().booksClose(scene.id)).isTrue();
  }

  @Test
  void a_postponed_row_comes_back_with_its_fresher_address() {
    URI fresher = URI.create("https://files.example/fresher.mp4");
    collects.record(scene.id, List.of(new Later(1, scene.now().plusSeconds(4), fresher)));
    assertThat(collects.due(scene.id, 10)).isEmpty();
    open().clock().advance(Duration.ofSeconds(4));
    CollectRow row = collects.due(scene.id, 10).get(0);
    assertThat(((CollectRow.Task) row.source()).file()).isEqualTo(fresher);
    assertThat(row.tries()).isEqualTo(1);
    collects.record(scene.id, List.of(new Later(1, scene.now(), null)));
    assertThat(((CollectRow.Task) collects.due(scene.id, 10).get(0).source()).file())
        .isEqualTo(fresher);
  }

  @Test
  void an_outcome_for_a_row_that_has_ended_changes_nothing() {
    collects.record(scene.id, List.of(new Delivered(1, BYTES, Duration.ofSeconds(5), false)));
    collects.record(scene.id, List.of(new Lost(1, "late")));
    assertThat(scene.state(1)).isEqualTo(RowState.SUCCEEDED);
    assertThat(scene.row(1).failure()).isNull();
    assertThat(scene.row(1).sha256()).isEqualTo(BYTES);
  }

  @Test
  void readings_of_the_balance_remember_what_was_charged_then() {
    scene.ledger.balances().add(scene.id, Credits.parse("955.5"));
    assertThat(scene.ledger.balances().readings(scene.id))
        .containsExactly(
            new BalanceBook.Reading(Credits.parse("955.5"), Credits.of(45), scene.now()));
  }
}
