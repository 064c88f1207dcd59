package io.callsheet.cli;

import io.callsheet.ledger.AssetBook;
import io.callsheet.ledger.Ledger;
import io.callsheet.ledger.PlanBook.ActionTotal;
import io.callsheet.ledger.Run;
import io.callsheet.model.Credits;
import io.callsheet.model.PlanAction;
import io.callsheet.model.RunId;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a run will do and cost, before it does. */
final class PlanView {
  private final Ledger ledger;
  private final RunId run;
  private final Path output;
  private final ProblemTable problems;

  /**
   * @param manifest as the user knows it
   */
  PlanView(Ledger ledger, RunId run, Path output, String manifest) {
    this.problems = new ProblemTable(ledger.problems(), run, manifest);
    this.ledger = ledger;
    this.run = run;
    this.output = output;
  }

  void print(Terminal terminal) {
    Run now = ledger.runs().get(run);
    List<ActionTotal> totals = ledger.plans().totals(run);
    long rows = totals.stream().mapToLong(ActionTotal::rows).sum();
    terminal.say("%s: the plan for %s".formatted(run, Words.rows(rows)));
    for (PlanAction action : PlanAction.values()) {
      total(totals, action).ifPresent(total -> terminal.say(line(action, total)));
    }
    AssetBook.Totals assets = ledger.assets().totals(run);
    terminal.say(
        "  %-9s %5d distinct files, %s"
            .formatted("assets", assets.files(), Words.bytes(assets.bytes())));
    Credits planned = ledger.plans().planned(run);
    terminal.say(
        "  %-9s %5s of the cap of %s credits are planned".formatted("spend", planned, now.cap()));
    terminal.say("  " + Words.path(output.resolve("plan.csv")) + " says it row by row");
    problems.print(terminal, output.resolve("rejected.csv"));
  }

  private static Optional<ActionTotal> total(List<ActionTotal> totals, PlanAction action) {
    return totals.stream().filter(total -> total.action().equals(action.name())).findFirst();
  }

  private static String line(PlanAction action, ActionTotal total) {
    String head =
        "  %-9s %5d %s".formatted(action.word(), total.rows(), total.rows() == 1 ? "row" : "rows");
    if (total.credits().isZero()) {
      return head;
    }
    return head
        + ", %.1f s of video, %s credits, %s"
            .formatted(total.millis() / 1000.0, total.credits(), Words.usd(total.credits()));
  }

  void printJson(Terminal terminal) {
    Run now = ledger.runs().get(run);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("run", run.toString());
    json.put("phase", now.phase().name());
    Map<String, Object> actions = new LinkedHashMap<>();
    for (PlanAction action : PlanAction.values()) {
      total(ledger.plans().totals(run), action)
          .ifPresent(
              total ->
                  actions.put(
                      action.word(),
                      Map.of("rows", total.rows(), "credits", total.credits().toDecimal())));
    }
    json.put("actions", actions);
    json.put("planned", ledger.plans().planned(run).toDecimal());
    json.put("cap", now.cap().toDecimal());
    json.put("problems", problems.json());
    terminal.say(
        JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsString(json));
  }
}
