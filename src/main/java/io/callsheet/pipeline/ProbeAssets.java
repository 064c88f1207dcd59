package io.callsheet.pipeline;

import io.callsheet.asset.AssetCheck;
import io.callsheet.asset.AssetFolder;
import io.callsheet.asset.Checked;
import io.callsheet.asset.MediaProbe;
import io.callsheet.ledger.AssetBook;
import io.callsheet.ledger.AssetRef;
import io.callsheet.model.AssetRole;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Looks into each distinct reference file once. */
final class ProbeAssets
    implements ItemStreamReader<AssetRef>,
        ItemProcessor<AssetRef, ProbeAssets.Probed>,
        ItemWriter<ProbeAssets.Probed> {
  private static final int PAGE = 200;

  private final Campaign campaign;
  private final AssetCheck check;
  private final Deque<AssetRole> roles = new ArrayDeque<>();
  private final Deque<AssetRef> page = new ArrayDeque<>();
  private String last = "";

  ProbeAssets(Campaign campaign) {
    this.campaign = campaign;
    this.check = new AssetCheck(new AssetFolder(campaign.job().assets()), new MediaProbe());
  }

  @Override
  public void open(ExecutionContext context) {
    campaign.ledger().assets().collect(campaign.run());
    for (AssetRole role : AssetRole.values()) {
      roles.add(role);
    }
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
  public Probed process(AssetRef ref) {
    return new Probed(ref, check.check(ref.ref(), ref.role()));
  }

  @Override
  public void write(Chunk<? extends Probed> chunk) {
    AssetBook assets = campaign.ledger().assets();
    for (Probed probed : chunk) {
      if (probed.checked() instanceof Checked.Usable usable) {
        assets.usable(
            campaign.run(), probed.ref(), usable.path(), usable.modified(), usable.facts());
      } else if (probed.checked() instanceof Checked.Unusable unusable) {
        assets.unusable(campaign.run(), probed.ref(), unusable.problem());
      }
    }
  }

  /** A reference and what was found behind it. */
  record Probed(AssetRef ref, Checked checked) {}
}
