package io.callsheet.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A mistake on the command line, in words for who typed it. */
final class UsageMistake {
  private UsageMistake() {}

  static String words(ParameterException mistake) {
    if (mistake instanceof UnmatchedArgumentException unmatched) {
      String what = String.join(" ", unmatched.getUnmatched());
      return unmatched.isUnknownOption()
          ? "there is no option " + what
          : mistake.getCommandLine().getSubcommands().isEmpty()
              ? what + " is one argument too many"
              : "there is no command " + what;
    }
    if (mistake instanceof MissingParameterException missing) {
      return missing.getMissing().stream()
              .map(ArgSpec::paramLabel)
              .collect(Collectors.joining(", "))
          + " is missing";
    }
    ArgSpec argument = mistake.getArgSpec();
    String value = mistake.getValue();
    if (argument != null && value != null) {
      return argument.typeInfo().getType() == LocalDate.class
          ? "%s is no date for %s; write it as 2026-11-01".formatted(value, name(argument))
          : "%s is no value for %s%s".formatted(value, name(argument), choices(argument));
    }
    return String.valueOf(mistake.getMessage());
  }

  /** Where there are only some values. */
  private static String choices(ArgSpec argument) {
    List<String> known =
        argument.typeInfo().getEnumConstantNames().stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .toList();
    return known.isEmpty() ? "" : "; there are " + String.join(", ", known);
  }

  private static String name(ArgSpec argument) {
    return argument instanceof picocli.CommandLine.Model.OptionSpec option
        ? option.longestName() + " " + option.paramLabel()
        : argument.paramLabel();
  }
}
