package io.callsheet.job;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads the section {@code sandbox}. */
final class SandboxReader {

  private static final int MOST = 1_000_000;

  private final Set<String> faultNames;

  SandboxReader(Set<String> faultNames) {
    this.faultNames = faultNames;
  }

  SandboxSettings read(Section sandbox) {
    SandboxSettings usual = SandboxSettings.DEFAULT;
    TimeForms.Range render =
        sandbox.read(
            "render-time",
            TimeForms::range,
            new TimeForms.Range(usual.renderMin(), usual.renderMax()));
    return new SandboxSettings(
        render.least(),
        render.most(),
        sandbox.read("balance", Forms.credits(true), usual.balance()),
        sandbox.read("submits-per-minute", Forms.whole(0, MOST), usual.submitsPerMinute()),
        sandbox.read("max-concurrent", Forms.whole(0, MOST), usual.maxConcurrent()),
        sandbox.read(
            "result-life",
            TimeForms.duration(TimeForms.SHORTEST, TimeForms.LONGEST),
            usual.resultLife()),
        faults(sandbox.section("faults", faultNames)),
        sandbox.read("refuse", Forms.text(100), usual.refuse()));
  }

  private static Map<String, Integer> faults(Section faults) {
    Map<String, Integer> thousandths = new TreeMap<>();
    for (String name : faults.keys()) {
      thousandths.put(name, faults.read(name, Forms::thousandths, 0));
    }
    return thousandths;
  }
}
