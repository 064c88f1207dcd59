package io.callsheet.cli;

import io.callsheet.ledger.Asset;
import io.callsheet.ledger.Redrivable;
import io.callsheet.model.NearestWord;
import io.callsheet.model.RunId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The files that a person means: by what the manifest calls them, or by their SHA-256. */
final class AssetNames {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{8,64}");

  private AssetNames() {}

  /**
   * @param known files of ended rows, with all that one of the names means
   * @throws UserError if one of the names is that of no file of these rows
   */
  static Set<Asset> find(RunId run, List<String> names, Set<Redrivable.Used> known) {
    Set<Asset> found = new HashSet<>();
    for (String name : names) {
      int before = found.size();
      known.stream()
          .filter(used -> isMeant(name, used))
          .map(Redrivable.Used::asset)
          .forEach(found::add);
      if (found.size() == before && known.stream().noneMatch(used -> isMeant(name, used))) {
        throw UserError.refused(unknown(run, name, known));
      }
    }
    return found;
  }

  /** Whether one of these names means the file. */
  static boolean isMeant(List<String> names, Redrivable.Used used) {
    return names.stream().anyMatch(name -> isMeant(name, used));
  }

  private static boolean isMeant(String name, Redrivable.Used used) {
    return used.ref().equals(name)
        || (DIGEST.matcher(name).matches() && used.asset().sha256().hex().startsWith(name));
  }

  private static String unknown(RunId run, String name, Set<Redrivable.Used> known) {
    Set<String> refs =
        known.stream().map(Redrivable.Used::ref).collect(Collectors.toCollection(TreeSet::new));
    return "--asset %s: no ended row of %s uses it; %s"
        .formatted(
            name,
            run,
            NearestWord.among(name, refs)
                .map(near -> "did you mean " + near + "?")
                .orElse(
                    "write it as the manifest does, or the first 8 or more characters of its"
                        + " SHA-256"));
  }
}
