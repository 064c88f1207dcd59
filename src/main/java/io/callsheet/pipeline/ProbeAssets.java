package io.callsheet.pipeline;

import io.callsheet.asset.AssetCheck;
import io.callsheet.asset.AssetFolder;
import io.callsheet.asset.Checked;
import io.callsheet.asset.MediaProbe;
import io.callsheet.asset.remote.Patience;
import io.callsheet.asset.remote.RemoteAssets;
import io.callsheet.lane.Pause;
import io.callsheet.ledger.AssetBook;
import io.callsheet.ledger.AssetFinding;
import io.callsheet.ledger.AssetRef;
import io.callsheet.model.AssetRole;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemStreamException;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Looks into each distinct reference file once. */
final class ProbeAssets
    implements ItemStreamReader<AssetRef>,
        ItemProcessor<AssetRef, AssetFinding>,
        ItemWriter<AssetFinding> {
  private static final int PAGE = 200;

  private final Campaign campaign;
  private final Deque<AssetRole> roles = new ArrayDeque<>();
  private final Deque<AssetRef> page = new ArrayDeque<>();
  private @Nullable RemoteAssets remote;
  private @Nullable AssetCheck check;
  private String last = "";

  ProbeAssets(Campaign campaign) {
    this.campaign = campaign;
  }

  @Override
  public void open(ExecutionContext context) {
    AssetBook assets = campaign.ledger().assets();
    Fetching fetching = campaign.fetching();
    try {
      fetching.files().sweep(assets.fetchedAndNeeded());
    } catch (IOException e) {
      throw new ItemStreamException("cannot tidy the folder of fetched files: " + e, e);
    }
    assets.collect(campaign.run());
    for (AssetRole role : AssetRole.values()) {
      roles.add(role);
    }
    RemoteAssets opened =
        RemoteAssets.open(
            fetching.files(),
            new UntilStopped(campaign),
            campaign.job().allowHttp(),
            fetching.objects());
    remote = opened;
    check = new AssetCheck(new AssetFolder(campaign.job().assets()), opened, new MediaProbe());
  }

  @Override
  public @Nullable AssetRef read() {
    while (page.isEmpty()) {
      AssetRole role = roles.peek();
      if (role == null) {
        return null;
      }
      page.addAll(campaign.ledger().assets().unprobed(campaign.run(), role, last, PAGE));
      if (page.isEmpty()) {
        roles.remove();
        last = "";
      } else {
        last = page.getLast().ref();
      }
    }
    return page.poll();
  }

  @Override
  public @Nullable AssetFinding process(AssetRef ref) throws InterruptedException {
    if (check == null || campaign.control().isStopping()) {
      return null;
    }
    Checked checked = check.check(ref.ref(), ref.role());
    if (checked instanceof Checked.Usable usable) {
      return new AssetFinding.Usable(
          ref, usable.path(), usable.modified(), usable.facts(), usable.fetched(), usable.note());
    }
    if (checked instanceof Checked.Unusable unusable) {
      return new AssetFinding.Unusable(ref, unusable.problem());
    }
    // What was not found out is looked for again at resume.
    String reason = ((Checked.Unknown) checked).reason();
    if (!reason.isEmpty()) {
      campaign.control().pause(new Pause(Pause.Kind.DISK, reason));
    }
    return null;
  }

  @Override
  public void write(Chunk<? extends AssetFinding> chunk) {
    campaign.ledger().assets().record(campaign.run(), chunk.getItems());
  }

  @Override
  public void close() {
    if (remote != null) {
      remote.close();
    }
  }

  /** Fetches end with the run. */
  private record UntilStopped(Campaign campaign) implements Patience {
    @Override
    public boolean isOver() {
      return campaign.control().isStopping();
    }

    @Override
    public boolean rest(Duration time) throws InterruptedException {
      return campaign.control().awaitUnlessStopping(campaign.clock().instant().plus(time));
    }
  }
}
