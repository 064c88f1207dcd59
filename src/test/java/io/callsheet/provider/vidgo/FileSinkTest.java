package io.callsheet.provider.vidgo;

import static io.callsheet.provider.vidgo.ScriptedServer.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Flow.Subscription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSinkTest {
  private static final Path FULL = Path.of("/dev/full");

  @Test
  void a_full_disk_ends_the_download_and_is_remembered() throws Exception {
    assumeTrue(Files.exists(FULL), "needs /dev/full");
    try (ScriptedServer server = new ScriptedServer(reply(200, "", "video"));
        FileSink sink =
            new FileSink(FileChannel.open(FULL, StandardOpenOption.WRITE), Long.MAX_VALUE)) {
      HttpRequest request = HttpRequest.newBuilder(server.uri()).build();
      assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, answer -> sink))
          .isInstanceOf(IOException.class);
      assertThat(sink.diskTrouble()).isNotNull();
    }
  }

  @Test
  void bytes_that_come_after_closing_are_dropped(@TempDir Path folder) throws Exception {
    FileSink sink = FileSink.create(folder.resolve("a"), 100);
    sink.onSubscribe(
        new Subscription() {
          @Override
          public void request(long count) {}

          @Override
          public void cancel() {}
        });
    sink.onNext(List.of(ByteBuffer.wrap(new byte[3])));
    sink.close();
    sink.onNext(List.of(ByteBuffer.wrap(new byte[3])));
    assertThat(sink.received()).isEqualTo(3);
    assertThat(sink.diskTrouble()).isNull();
  }
}
