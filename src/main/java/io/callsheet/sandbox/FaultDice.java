package io.callsheet.sandbox;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Decides whether a fault strikes this call. */
final class FaultDice {
  private final Map<Fault, Integer> thousandths = new EnumMap<>(Fault.class);
  private final RandomGenerator random;

  /**
   * @param settings word of a fault to thousandths of the calls that it concerns
   * @throws IllegalArgumentException for a word that is no fault
   */
  FaultDice(Map<String, Integer> settings, RandomGenerator random) {
    Set<String> names = Fault.names();
    for (String word : settings.keySet()) {
      if (!names.contains(word)) {
        throw new IllegalArgumentException(
            "sandbox.faults: '" + word + "' is no fault; there are " + String.join(", ", names));
      }
    }
    for (Fault fault : Fault.values()) {
      thousandths.put(fault, settings.getOrDefault(fault.word(), 0));
    }
    this.random = random;
  }

  synchronized boolean strikes(Fault fault) {
    int share = thousandths.getOrDefault(fault, 0);
    return share > 0 && random.nextInt(1000) < share;
  }
}
