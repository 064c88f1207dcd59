package io.callsheet.plan;

import io.callsheet.ledger.EarlierRender;
import io.callsheet.ledger.PreviousRender;
import io.callsheet.ledger.UnplannedRow;
import io.callsheet.model.AssetFacts;
import io.callsheet.model.Sha256;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A history that a test makes up. */
final class Memory implements History {
  private final Map<Sha256, Earlier> earlier = new HashMap<>();
  private final Map<Long, PreviousRender> previous = new HashMap<>();
  private final Set<Sha256> held = new HashSet<>();
  private Predicate<Sha256> doubtful = content -> false;

  Memory doubting(Predicate<Sha256> contents) {
    doubtful = contents;
    return this;
  }

  Memory distrusting(Sha256 file) {
    held.add(file);
    return this;
  }

  Memory holding(Sha256 content, EarlierRender render) {
    earlier.put(content, new Earlier.Usable(render));
    return this;
  }

  Memory barring(Sha256 content, String why) {
    earlier.put(content, new Earlier.Barred(why));
    return this;
  }

  Memory delivered(long row, PreviousRender render) {
    previous.put(row, render);
    return this;
  }

  @Override
  public Set<Sha256> known(Collection<Sha256> contents) {
    return contents.stream()
        .filter(content -> earlier.containsKey(content) || doubtful.test(content))
        .collect(Collectors.toSet());
  }

  @Override
  public boolean isDoubtful(Sha256 content) {
    return doubtful.test(content);
  }

  @Override
  public boolean isHeld(AssetFacts image, AssetFacts video) {
    return held.contains(image.sha256()) || held.contains(video.sha256());
  }

  @Override
  public Earlier render(Sha256 content) {
    return earlier.getOrDefault(content, new Earlier.None());
  }

  @Override
  public OptionalLong leader(Sha256 content) {
    return OptionalLong.empty();
  }

  @Override
  public Set<Long> delivered(Collection<UnplannedRow> rows) {
    List<Long> numbers = rows.stream().map(UnplannedRow::no).toList();
    return numbers.stream().filter(previous::containsKey).collect(Collectors.toSet());
  }

  @Override
  public Optional<PreviousRender> previous(UnplannedRow row) {
    return Optional.ofNullable(previous.get(row.no()));
  }
}
