package io.callsheet.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a plan's price rests on, beside the bytes of its files.
 *
 * @param settings by the name that the job file or the command line has for each, in the order in
 *     which a person would look at them
 */
public record PlanBasis(Map<String, String> settings) {
  /** Of a run that nobody will hold against anything. */
  public static final PlanBasis NONE = new PlanBasis(Map.of());

  public PlanBasis {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /** What a plan with this basis would not do any more. A setting that this one lacks is new. */
  public List<Change> changesTo(PlanBasis now) {
    List<Change> changes = new ArrayList<>();
    now.settings.forEach(
        (setting, content) -> {
          String was = settings.get(setting);
          if (was != null && !was.equals(content)) {
            changes.add(new Change(setting, was + " → " + content));
          }
        });
    return changes;
  }

  /**
   * Something that is not as it was when the plan was made.
   *
   * @param what a setting or a file
   * @param how such as {@code 2000 → 3000}
   */
  public record Change(String what, String how) {}
}
