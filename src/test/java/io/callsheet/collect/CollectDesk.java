package io.callsheet.collect;

import io.callsheet.asset.MediaProbe;
import io.callsheet.lane.RunControl;
import io.callsheet.lane.Tolerance;
import io.callsheet.model.Credits;
import io.callsheet.model.Sha256;
import io.callsheet.provider.DownloadOutcome;
import io.callsheet.testing.LedgerFile;
import io.callsheet.testing.LedgerRun;
import io.callsheet.testing.ScriptedService;
import io.callsheet.testing.SettableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** A collect lane over a real ledger and a real folder; videos are copies of a sample. */
final class CollectDesk {
  private static final Path SAMPLE = Path.of("samples/problems/files/blink.mp4");

  final SettableClock clock = new SettableClock();
  final RunControl control = new RunControl(clock);
  final ScriptedService service = new ScriptedService();
  final LedgerRun run;
  final Path output;
  final VideoFolder folder;

  CollectDesk(LedgerFile file, Path output) throws IOException {
    this.run = file.run(clock, Credits.of(1000), "a.png+x.mp4").rendered();
    this.output = output;
    this.folder = new VideoFolder(output);
    folder.prepare();
  }

  CollectLane lane() {
    return new CollectLane(
        run.ledger(),
        run.id(),
        new Fetch(service, new MediaProbe(), folder, control, clock),
        folder,
        new Tolerance(run.ledger(), run.id(), 20, control),
        control,
        clock);
  }

  Path videos() {
    return output.resolve("videos");
  }

  Path target() {
    return videos().resolve("row-1.mp4");
  }

  /** A playable video; another number makes other bytes. */
  static byte[] video(int number) throws IOException {
    byte[] sample = Files.readAllBytes(SAMPLE);
    byte[] free = ByteBuffer.allocate(12).putInt(12).putInt(0x66726565).putInt(number).array();
    return ByteBuffer.allocate(sample.length + 12).put(sample).put(free).array();
  }

  static String digest(byte[] bytes) {
    return Sha256.of(bytes).hex();
  }

  static DownloadOutcome write(byte[] bytes, Path target) {
    try {
      Files.write(target, bytes);
      return new DownloadOutcome.Fetched(bytes.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void serve(byte[] bytes) {
    answer((file, target) -> write(bytes, target));
  }

  void answer(Downloading downloading) {
    service.answering =
        new ScriptedService.Answering() {
          @Override
          public DownloadOutcome download(URI file, Path target) {
            return downloading.download(file, target);
          }
        };
  }

  interface Downloading {
    DownloadOutcome download(URI file, Path target);
  }
}
