package io.callsheet.cli;

import io.callsheet.ledger.EstimateBook.Share;
import io.callsheet.model.Credits;
import io.callsheet.model.Rate;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The same for programs: credits as numbers, lengths in seconds, times in UTC. */
final class PlanJson {
  /** Of clients and of campaigns, each; a program wants them all. */
  static final int MOST_SPENDERS = 10_000;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private PlanJson() {}

  static String of(PlanFigures plan, ProblemTable problems, Clock clock) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("run", plan.run().id().toString());
    json.put("phase", plan.run().phase().name());
    json.put("rows", plan.rows());
    Map<String, Object> actions = new LinkedHashMap<>();
    plan.actions()
        .forEach(
            (action, total) -> {
              Map<String, Object> one = new LinkedHashMap<>();
              one.put("rows", total.rows());
              one.put("seconds", BigDecimal.valueOf(total.millis(), 3));
              one.put("credits", total.credits().toDecimal());
              actions.put(action.word(), one);
            });
    json.put("actions", actions);
    json.put("planned", plan.planned().toDecimal());
    json.put("usd", Rate.usd(plan.planned()));
    json.put("cap", plan.run().cap().toDecimal());
    plan.spenders().forEach((by, all) -> json.put(by.word() + "s", shares(all.largest())));
    json.put("upload", Map.of("files", plan.upload().files(), "bytes", plan.upload().bytes()));
    json.put("balance", balance(plan));
    Map<String, Object> time = new LinkedHashMap<>();
    time.put("seconds", plan.lasts().toSeconds());
    time.put(
        "until", clock.instant().plus(plan.lasts()).truncatedTo(ChronoUnit.SECONDS).toString());
    json.put("time", time);
    json.put("notes", plan.notes());
    json.put("problems", problems.json());
    return JSON.writeValueAsString(json);
  }

  private static List<Map<String, Object>> shares(List<Share> shares) {
    return shares.stream()
        .map(
            share -> {
              Map<String, Object> one = new LinkedHashMap<>();
              one.put("name", share.name());
              one.put("rows", share.rows());
              one.put("credits", share.credits().toDecimal());
              return one;
            })
        .toList();
  }

  private static Map<String, @Nullable Object> balance(PlanFigures plan) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    if (plan.account() instanceof Account.Holds account) {
      Credits after = account.credits().minus(plan.planned());
      json.put("now", account.credits().toDecimal());
      json.put("after", after.toDecimal());
    } else {
      json.put("now", null);
      json.put("after", null);
      json.put("unknown", ((Account.Unknown) plan.account()).why());
    }
    return json;
  }
}
