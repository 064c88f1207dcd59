package io.callsheet.cli;

import io.callsheet.job.Job;
import io.callsheet.model.Credits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What may be said anew for each execution, over the job file. */
final class Overrides {
  @Option(
      names = "--cap",
      paramLabel = "N",
      description = "Spend at most N credits, whatever the job says.")
  private @Nullable String cap;

  @Option(
      names = "--tolerate",
      paramLabel = "P%",
      description = "Go on while at most this share of the rows has failed.")
  private @Nullable String tolerate;

  Job over(Job job) {
    Job capped = cap == null ? job : job.withCap(credits(cap));
    return tolerate == null ? capped : capped.withTolerance(percent(tolerate));
  }

  private static Credits credits(String text) {
    try {
      Credits credits = Credits.parse(text);
      if (credits.compareTo(Credits.ZERO) > 0) {
        return credits;
      }
    } catch (ArithmeticException | NumberFormatException e) {
      // Told below, as for an amount that is not above zero.
    }
    throw UserError.refused("--cap " + text + " is no amount of credits; write --cap 2000");
  }

  private static int percent(String text) {
    if (!text.matches("[0-9]{1,3}%?")) {
      throw UserError.refused("--tolerate " + text + " is no share; write --tolerate 50%");
    }
    int percent = Integer.parseInt(text.replace("%", ""));
    if (percent > 100) {
      throw UserError.refused("--tolerate " + text + " is more than all rows; 100% is the most");
    }
    return percent;
  }
}
