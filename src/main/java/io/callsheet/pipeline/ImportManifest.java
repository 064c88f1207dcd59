package io.callsheet.pipeline;

import io.callsheet.lane.Pause;
import io.callsheet.ledger.NewRow;
import io.callsheet.manifest.ManifestReader;
import io.callsheet.manifest.ManifestRow;
import io.callsheet.manifest.ManifestUnreadable;
import io.callsheet.plan.VideoName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamException;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Brings the rows of the run's manifest into the ledger, good and bad. */
final class ImportManifest implements ItemStreamReader<ManifestRow>, ItemWriter<ManifestRow> {
  private final Campaign campaign;
  private @Nullable ManifestReader reader;
  private long known;

  ImportManifest(Campaign campaign) {
    this.campaign = campaign;
  }

  /** A restart reads from the top and leaves out what the ledger has: it is the truth. */
  @Override
  public void open(ExecutionContext context) {
    known = campaign.ledger().imports().lastRow(campaign.run());
    try {
      ManifestReader opened =
          ManifestReader.open(
              campaign.manifest(),
              campaign.job().manifest(),
              campaign.job().columns(),
              campaign.job().defaults());
      reader = opened;
      campaign.ledger().imports().header(campaign.run(), opened.header());
      List<String> unknown = new VideoName(campaign.job().videos(), opened.header()).unknown();
      if (!unknown.isEmpty()) {
        refuse(
            campaign.job().file()
                + ": videos names {"
                + unknown.get(0)
                + "}, which is no column of "
                + campaign.job().manifest());
      }
    } catch (ManifestUnreadable e) {
      refuse(e);
    } catch (IOException e) {
      throw new ItemStreamException("cannot read " + campaign.manifest(), e);
    }
  }

  @Override
  public @Nullable ManifestRow read() throws IOException {
    // A stop is not looked at here: an end of the rows would make the step COMPLETED.
    if (reader == null) {
      return null;
    }
    try {
      ManifestRow row;
      do {
        row = reader.next();
      } while (row != null && row.number() <= known);
      return row;
    } catch (ManifestUnreadable e) {
      refuse(e);
      return null;
    }
  }

  private void refuse(ManifestUnreadable e) {
    campaign.ledger().problems().unreadable(campaign.run(), e.problem());
    refuse(String.valueOf(e.getMessage()));
  }

  private void refuse(String message) {
    campaign.control().pause(new Pause(Pause.Kind.REFUSED, message));
  }

  @Override
  public void write(Chunk<? extends ManifestRow> rows) {
    List<NewRow> fresh = new ArrayList<>(rows.size());
    for (ManifestRow row : rows) {
      fresh.add(newRow(row));
    }
    campaign.ledger().imports().add(campaign.run(), fresh);
  }

  private static NewRow newRow(ManifestRow row) {
    if (row instanceof ManifestRow.Good good) {
      Integer priority = good.priority();
      return new NewRow(
          good.number(),
          good.line(),
          good.key(),
          good.cells(),
          good.character(),
          good.performance(),
          good.prompt(),
          good.orientation(),
          good.resolution(),
          good.client(),
          good.campaign(),
          priority == null ? Long.MAX_VALUE : priority,
          good.anew(),
          List.of(),
          good.performanceLine());
    }
    ManifestRow.Bad bad = (ManifestRow.Bad) row;
    return new NewRow(
        bad.number(),
        bad.line(),
        bad.key(),
        bad.cells(),
        null,
        null,
        null,
        null,
        null,
        "",
        "",
        Long.MAX_VALUE,
        false,
        bad.problems(),
        0);
  }

  @Override
  public void close() {
    if (reader != null) {
      try {
        reader.close();
      } catch (IOException e) {
        throw new ItemStreamException("cannot close " + campaign.manifest(), e);
      }
    }
  }
}
