package io.callsheet.cli;

import io.callsheet.job.Job;
import io.callsheet.job.ManifestSource.InBucket;
import io.callsheet.manifest.ManifestCopy;
import io.callsheet.sandbox.Sandbox;
import io.callsheet.storage.ObjectSource;
import io.callsheet.storage.ReadOutcome;
import io.callsheet.storage.S3ObjectSource;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads manifests from the job's object store; of a sandbox job, from the sandbox's. */
final class BucketManifests implements ManifestCopy.Objects {
  private final Workplace workplace;
  private final Job job;
  private final BackgroundServices services;

  BucketManifests(Workplace workplace, Job job, BackgroundServices services) {
    this.workplace = workplace;
    this.job = job;
    this.services = services;
  }

  @Override
  public InputStream open(InBucket object) throws IOException {
    if (!job.provider().isSandbox()) {
      return opened(S3ObjectSource.open(job.storage(), null), object, () -> {});
    }
    ObjectSource running = services.sandboxObjects(job);
    if (running != null) {
      return opened(running, object, () -> {});
    }
    Sandbox sandbox =
        Sandbox.start(workplace.home().sandbox(), job.sandbox(), 0, workplace.clock());
    return opened(
        S3ObjectSource.open(Services.storage(sandbox, job), Services.keys(sandbox)),
        object,
        sandbox::close);
  }

  /** Closing the stream closes all that was opened for it. */
  private static InputStream opened(ObjectSource source, InBucket object, Runnable after) {
    ReadOutcome outcome = source.open(object.bucket(), object.key());
    if (outcome instanceof ReadOutcome.Opened opened) {
      return new FilterInputStream(opened.body()) {
        @Override
        public void close() throws IOException {
          try {
            super.close();
          } finally {
            source.close();
            after.run();
          }
        }
      };
    }
    source.close();
    after.run();
    String message =
        outcome instanceof ReadOutcome.Refused refused
            ? refused.message()
            : ((ReadOutcome.Unreachable) outcome).message();
    throw UserError.refused("the manifest " + object + " " + message);
  }
}
