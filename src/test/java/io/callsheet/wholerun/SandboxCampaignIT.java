package io.callsheet.wholerun;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.asset.MediaProbe;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The sample campaign, as somebody would try it first: no account, no network. */
class SandboxCampaignIT {
  private static final List<String> RESULTS =
      List.of(
          "status",
          "video",
          "video_url",
          "sha256",
          "seconds",
          "task_id",
          "attempts",
          "credits_estimated",
          "credits_charged",
          "charge_basis",
          "failure",
          "reason",
          "submitted_at",
          "finished_at");

  @TempDir private Path folder;

  @Test
  void the_sample_campaign_runs_from_end_to_end_and_then_has_nothing_left_to_do() throws Exception {
    try (Studio studio = new Studio(folder, 0)) {
      studio
          .manifest(Files.readAllLines(studio.root().resolve("assets/manifest.csv")))
          .job(
              "provider",
              "{name: sandbox, submits-per-minute: 6000, polls-per-minute: 60000, typical-render: 300ms}")
          .job("storage", "{prefix: promo}")
          .job("sandbox", "{render-time: 200ms-400ms, balance: 5000}")
          .job("videos", "\"{campaign}/{row_key}.mp4\"")
          .job("spend", "{cap: 2000, approval: auto}");

      Studio.Ended run = studio.run();

      assertThat(run.exit()).as(run.said()).isZero();
      assertResults(studio.report());
      assertSpend(studio.report());
      assertSummary(studio.report());
      assertVideosPlay(studio);
      String summary = studio.report().read("summary.json");

      Studio.Ended again = studio.run();

      assertThat(again.exit()).as(again.said()).isZero();
      assertThat(again.said()).contains("promo-1").contains("--again").doesNotContain("promo-2");
      assertThat(studio.report().read("summary.json")).isEqualTo(summary);
      assertThat(studio.command("runs").said()).contains("promo-1").doesNotContain("promo-2");
    }
  }

  private static void assertResults(Report report) throws Exception {
    List<String> header = new ArrayList<>(List.of("row_key", "character", "performance", "client"));
    header.addAll(List.of("campaign", "priority", "prompt", "orientation", "resolution"));
    header.addAll(RESULTS);
    assertThat(report.header("results.csv")).isEqualTo(header);
    assertThat(report.read("results.csv").split("\r\n")).hasSize(21);
    assertThat(report.statuses()).isEqualTo(Map.of("succeeded", 20L));
    try (ReadableWorkbook book =
        new ReadableWorkbook(report.output().resolve("results.xlsx").toFile())) {
      List<Row> rows = book.getFirstSheet().read();
      assertThat(rows).hasSize(21);
      assertThat(rows.get(0).stream().map(cell -> cell.getText())).isEqualTo(header);
    }
  }

  private static void assertSpend(Report report) {
    assertThat(report.header("spend.csv"))
        .containsExactly(
            "row_key",
            "client",
            "campaign",
            "character",
            "performance",
            "resolution",
            "action",
            "seconds_expected",
            "seconds_rendered",
            "credits_estimated",
            "credits_reserved",
            "credits_charged",
            "usd_charged",
            "charge_basis",
            "rate_card",
            "attempts",
            "task_ids",
            "status");
    for (Map<String, String> line : report.lines("spend.csv")) {
      assertThat(line).containsEntry("action", "render").containsEntry("attempts", "1");
      assertThat(line.get("charge_basis")).isIn("provider", "computed");
      assertThat(Report.number(line.get("usd_charged")))
          .isEqualByComparingTo(
              Report.number(line.get("credits_charged")).multiply(new BigDecimal("0.005")));
    }
    assertThat(report.lines("plan.csv")).hasSize(20);
    assertThat(report.sum("plan.csv", "credits")).isEqualByComparingTo("1599");
  }

  private static void assertSummary(Report report) {
    JsonNode summary = report.summary();
    assertThat(summary.propertyNames())
        .containsExactly("run", "exit", "rows", "credits", "balance", "times");
    assertThat(summary.path("run").asString()).isEqualTo("promo-1");
    assertThat(summary.path("exit").asInt()).isZero();
    assertThat(summary.path("credits").path("charged").decimalValue()).isEqualByComparingTo("1599");
    assertThat(summary.path("credits").path("reserved").decimalValue()).isEqualByComparingTo("0");
    assertThat(summary.path("balance").path("opening").decimalValue()).isEqualByComparingTo("5000");
    assertThat(summary.path("balance").path("closing").decimalValue()).isEqualByComparingTo("3401");
    assertThat(summary.path("balance").path("unexplained").decimalValue())
        .isEqualByComparingTo("0");
    report.assertBooksClose();
  }

  private static void assertVideosPlay(Studio studio) throws Exception {
    MediaProbe probe = new MediaProbe();
    for (Map<String, String> line : studio.report().lines("results.csv")) {
      assertThat(line.get("video"))
          .isEqualTo("videos/" + line.get("campaign") + "/" + line.get("row_key") + ".mp4");
      Path video = studio.report().output().resolve(line.get("video"));
      assertThat(probe.probe(video).length()).isPositive();
      assertThat(Movie.sha256(Files.readAllBytes(video))).isEqualTo(line.get("sha256"));
    }
    assertThat(studio.report().videos()).hasSize(20);
  }
}
