package io.callsheet.job;

import io.callsheet.model.NearestWord;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The keys of a job file, and what to say about any other. */
final class JobKeys {

  static final String ROOT = "";

  private static final Pattern SECRET =
      Pattern.compile(".*(secret|password|token|credential|apikey|accesskey).*|key|auth");

  private static final Map<String, List<String>> KEYS =
      Map.ofEntries(
          Map.entry(
              ROOT,
              List.of(
                  "name",
                  "manifest",
                  "sheet",
                  "pairs",
                  "assets",
                  "output",
                  "columns",
                  "defaults",
                  "videos",
                  "spend",
                  "provider",
                  "storage",
                  "failures",
                  "problems",
                  "reuse",
                  "fetch",
                  "sandbox")),
          Map.entry("defaults", List.of("orientation", "resolution", "prompt")),
          Map.entry("spend", List.of("cap", "approval", "rounding")),
          Map.entry(
              "provider",
              List.of(
                  "name",
                  "base-url",
                  "model",
                  "submits-per-minute",
                  "max-in-flight",
                  "polls-per-minute",
                  "typical-render")),
          Map.entry(
              "storage",
              List.of("bucket", "prefix", "endpoint", "region", "path-style", "url-life")),
          Map.entry("failures", List.of("retries", "tolerate", "deadline", "quarantine")),
          Map.entry("reuse", List.of("max-age")),
          Map.entry("fetch", List.of("allow-http")),
          Map.entry(
              "sandbox",
              List.of(
                  "render-time",
                  "balance",
                  "submits-per-minute",
                  "max-concurrent",
                  "result-life",
                  "faults",
                  "refuse")));

  private JobKeys() {}

  static List<String> of(String section) {
    return KEYS.getOrDefault(section, List.of());
  }

  static String dotted(String section, String key) {
    return section.equals(ROOT) ? key : section + "." + key;
  }

  /** Continues a sentence that begins with the unknown key. */
  static String unknown(String section, String key, Collection<String> known) {
    if (SECRET.matcher(key.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "")).matches()) {
      return "is not a key: secrets come from the environment: "
          + (section.equals("storage")
              ? "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or a profile of the AWS SDK"
              : "CALLSHEET_API_KEY");
    }
    Optional<String> near =
        NearestWord.among(key, known).map(word -> dotted(section, word)).or(() -> elsewhere(key));
    return near.map(word -> "is not a key; did you mean " + word + "?")
        .orElseGet(() -> "is not a key; known here: " + String.join(", ", known));
  }

  /** A key that stands in the wrong section. */
  private static Optional<String> elsewhere(String key) {
    return new TreeSet<>(KEYS.keySet())
        .stream()
            .filter(section -> of(section).contains(key))
            .map(section -> dotted(section, key))
            .findFirst();
  }
}
