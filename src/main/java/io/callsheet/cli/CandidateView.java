package io.callsheet.cli;

import io.callsheet.ledger.Candidate;
import io.callsheet.model.RowKey;
import io.callsheet.report.Summary;
import java.util.stream.Collectors;

/** Where credits may have gone that nothing in the ledger explains. */
record CandidateView(Summary summary) {

  void print(Terminal terminal) {
    if (summary.candidates().isEmpty()) {
      terminal.say(
          "           nothing of this run can explain that; did anybody else use the account"
              + " meanwhile?");
      return;
    }
    terminal.say("           the credits that nothing explains may be those of:");
    for (Candidate candidate : summary.candidates()) {
      terminal.sayWrapped(
          "           ",
          "%s, %s credits %s: %s%s"
              .formatted(
                  Words.rows(candidate.rows()),
                  candidate.credits(),
                  what(candidate.kind()),
                  candidate.first().stream().map(RowKey::value).collect(Collectors.joining(", ")),
                  candidate.rows() > candidate.first().size() ? ", …" : ""));
    }
    terminal.say("           or of somebody else who used the account meanwhile");
  }

  private static String what(Candidate.Kind kind) {
    return switch (kind) {
      case IN_DOUBT -> "reserved in doubt";
      case WRITTEN_OFF -> "written off (assumed)";
      case COMPUTED -> "computed by the rate card";
      case LATE -> "reserved, closed, and taken after all";
    };
  }
}
