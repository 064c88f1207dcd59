package io.callsheet.plan;

import io.callsheet.ledger.UnplannedRow;
import io.callsheet.model.AssetFacts;
import io.callsheet.model.Credits;
import io.callsheet.model.Rate;
import io.callsheet.model.Rounding;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the fewest rows that show every character and every performance, cheap ones first. It
 * keeps one row for each pair of files, whatever the length of the manifest. A file that can only
 * be had with a problem is chosen with it, so that the problem is told.
 */
public final class Canary {
  private static final Comparator<Candidate> PREFERRED =
      Comparator.comparing(Candidate::problem)
          .thenComparing(Candidate::price)
          .thenComparing(Candidate::rowNo);

  private final Rate rate;
  private final Rounding rounding;
  private final Map<String, Integer> characters = new HashMap<>();
  private final Map<String, Integer> performances = new HashMap<>();
  private final Map<Long, Candidate> byPair = new HashMap<>();

  public Canary(Rate rate, Rounding rounding) {
    this.rate = rate;
    this.rounding = rounding;
  }

  /** Offers a row. */
  public void add(UnplannedRow row) {
    int character = number(characters, row.image(), row.character());
    int performance = number(performances, row.video(), row.performance());
    AssetFacts video = row.video();
    Credits price =
        video == null ? Credits.ZERO : rate.price(video.length(), row.resolution(), rounding);
    boolean problem = !RowProblems.of(row).isEmpty();
    byPair.merge(
        ((long) character << Integer.SIZE) | performance,
        new Candidate(character, performance, row.no(), price, problem),
        (one, other) -> PREFERRED.compare(one, other) <= 0 ? one : other);
  }

  /** The same bytes are the same file under any name; what cannot be read is known by its name. */
  private static int number(
      Map<String, Integer> seen, @Nullable AssetFacts facts, String reference) {
    String name = facts == null ? " " + reference : facts.sha256().hex();
    return seen.computeIfAbsent(name, fresh -> seen.size());
  }

  /** Numbers of the chosen rows. */
  public BitSet rows() {
    List<Candidate> candidates = new ArrayList<>(byPair.values());
    candidates.sort(PREFERRED);
    List<Candidate> good = candidates.stream().filter(one -> !one.problem()).toList();
    BitSet shownCharacters = new BitSet();
    BitSet shownPerformances = new BitSet();
    for (Candidate one : good) {
      shownCharacters.set(one.character());
      shownPerformances.set(one.performance());
    }
    List<Candidate> chosen = new ArrayList<>(cover(good));
    for (Candidate one : candidates) {
      if (!shownCharacters.get(one.character()) || !shownPerformances.get(one.performance())) {
        chosen.add(one);
        shownCharacters.set(one.character());
        shownPerformances.set(one.performance());
      }
    }
    BitSet rows = new BitSet();
    chosen.forEach(one -> rows.set(Math.toIntExact(one.rowNo())));
    return rows;
  }

  private List<Candidate> cover(List<Candidate> edges) {
    BitSet cover =
        EdgeCover.of(
            characters.size(),
            performances.size(),
            edges.stream().mapToInt(Candidate::character).toArray(),
            edges.stream().mapToInt(Candidate::performance).toArray());
    return cover.stream().mapToObj(edges::get).toList();
  }

  private record Candidate(
      int character, int performance, long rowNo, Credits price, boolean problem) {}
}
