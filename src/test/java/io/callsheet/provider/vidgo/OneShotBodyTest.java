package io.callsheet.provider.vidgo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import org.junit.jupiter.api.Test;

class OneShotBodyTest {
  private final OneShotBody body = new OneShotBody(new byte[] {1, 2, 3});

  @Test
  void is_not_sent_a_second_time_whoever_asks() {
    Taker first = new Taker();
    Taker second = new Taker();
    body.subscribe(first);
    body.subscribe(second);
    assertThat(first.events).containsExactly("3 bytes", "complete");
    assertThat(second.events).containsExactly("error");
  }

  @Test
  void cannot_be_withdrawn_once_handed_out() {
    body.subscribe(new Taker());
    assertThat(body.withdraw()).isFalse();
  }

  @Test
  void is_never_handed_out_once_withdrawn() {
    assertThat(body.withdraw()).isTrue();
    Taker late = new Taker();
    body.subscribe(late);
    assertThat(late.events).containsExactly("error");
    assertThat(body.withdraw()).isTrue();
  }

  private static final class Taker implements Subscriber<ByteBuffer> {
    private final List<String> events = new ArrayList<>();

    @Override
    public void onSubscribe(Subscription subscription) {
      subscription.request(1);
      subscription.request(1);
    }

    @Override
    public void onNext(ByteBuffer item) {
      events.add(item.remaining() + " bytes");
    }

    @Override
    public void onError(Throwable trouble) {
      events.add("error");
    }

    @Override
    public void onComplete() {
      events.add("complete");
    }
  }
}
