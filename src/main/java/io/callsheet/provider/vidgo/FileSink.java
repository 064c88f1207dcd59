package io.callsheet.provider.vidgo;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Writes a body into a new file. Once closed it writes no more, whatever still arrives. */
final class FileSink implements BodySubscriber<String>, AutoCloseable {
  private final FileChannel file;
  private final long limit;
  private final CompletableFuture<String> end = new CompletableFuture<>();
  private @Nullable Subscription subscription;
  private @Nullable IOException diskTrouble;
  private boolean tooLarge;
  private boolean closed;
  private long received;
  private volatile long lastMoved = System.nanoTime();

  FileSink(FileChannel file, long limit) {
    this.file = file;
    this.limit = limit;
  }

  static FileSink create(Path target, long limit) throws IOException {
    return new FileSink(
        FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), limit);
  }

  synchronized long received() {
    return received;
  }

  /** What went wrong on this machine, if anything did. */
  synchronized @Nullable IOException diskTrouble() {
    return diskTrouble;
  }

  synchronized boolean tooLarge() {
    return tooLarge;
  }

  /** {@link System#nanoTime} of the last sign of life. */
  long lastMoved() {
    return lastMoved;
  }

  void moved() {
    lastMoved = System.nanoTime();
  }

  @Override
  public CompletionStage<String> getBody() {
    return end;
  }

  @Override
  public synchronized void onSubscribe(Subscription subscription) {
    this.subscription = subscription;
    subscription.request(1);
  }

  @Override
  public synchronized void onNext(List<ByteBuffer> buffers) {
    moved();
    if (closed || subscription == null) {
      return;
    }
    try {
      for (ByteBuffer buffer : buffers) {
        received += buffer.remaining();
        tooLarge = received > limit;
        if (tooLarge) {
          giveUp(new IOException("larger than " + limit + " bytes"));
          return;
        }
        while (buffer.hasRemaining()) {
          file.write(buffer);
        }
      }
      subscription.request(1);
    } catch (IOException e) {
      diskTrouble = e;
      giveUp(e);
    }
  }

  @Override
  public void onError(Throwable trouble) {
    end.completeExceptionally(trouble);
  }

  @Override
  public void onComplete() {
    end.complete("");
  }

  /** Until the bytes are on the disk, not only in its queue. */
  synchronized void force() throws IOException {
    file.force(true);
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    file.close();
  }

  private void giveUp(IOException why) {
    if (subscription != null) {
      subscription.cancel();
    }
    end.completeExceptionally(why);
  }
}
