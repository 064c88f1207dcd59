package io.callsheet.asset.remote;

import io.callsheet.storage.ObjectSource;
import io.callsheet.storage.ReadOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Fetches one object of a bucket. */
final class BucketFetch {
  private final Supplier<ObjectSource> objects;
  private final Watch watch;

  BucketFetch(Supplier<ObjectSource> objects, Watch watch) {
    this.objects = objects;
    this.watch = watch;
  }

  /**
   * Brings the object to {@code target}.
   *
   * @param most bytes that are taken
   * @throws Refused if it cannot be had
   * @throws Passing if another try may help
   * @throws NoRoom if it cannot be written
   */
  void fetch(BucketAddress address, long most, Path target) throws IOException {
    ReadOutcome outcome = objects.get().open(address.bucket(), address.key());
    if (outcome instanceof ReadOutcome.Opened opened) {
      save(opened, most, target);
    } else if (outcome instanceof ReadOutcome.Refused refused) {
      throw new Refused(refused.message());
    } else if (outcome instanceof ReadOutcome.Unreachable away) {
      throw new Passing(away.message());
    }
  }

  private void save(ReadOutcome.Opened opened, long most, Path target) throws IOException {
    try (InputStream body = opened.body();
        Watch.Guard guard = watch.begin()) {
      guard.over(() -> drop(body));
      try {
        Received.check(opened.bytes(), most);
        Received.save(body, most, target);
      } catch (Refused | NoRoom e) {
        throw e;
      } catch (IOException | RuntimeException e) {
        throw new Passing(guard.isOut() ? guard.said() : "cannot be read: the connection broke");
      }
    }
  }

  private static void drop(InputStream body) {
    try {
      body.close();
    } catch (IOException e) {
      throw new IllegalStateException("dropping a connection asks nobody", e);
    }
  }
}
