package io.callsheet.provider.vidgo;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.model.TaskId;
import io.callsheet.provider.BalanceOutcome;
import io.callsheet.provider.StatusOutcome;
import io.callsheet.provider.SubmitOutcome;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What holds for any answer of the service. */
final class AnyReply {
  private static final int[] STATUSES = {
    200, 200, 200, 201, 204, 299, 301, 307, 400, 401, 402, 403, 404, 405, 408, 409, 413, 418, 422,
    429, 500, 502, 503, 504, 520, 599, 100, 199, 999
  };
  private static final Set<Integer> REFUSING = Set.of(400, 401, 402, 403, 413, 422, 429);
  private static final int LONGEST_TASK = 500;

  private static final PlainWords WORDS = new PlainWords(Clients.KEY);
  private static final TaskId TASK = new TaskId("9");
  private static final InstantSource CLOCK = InstantSource.fixed(Clients.NOW);

  private AnyReply() {}

  /** The door of Jazzer: a status, up to a line of a header's value, a body. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    if (bytes.length == 0) {
      return;
    }
    String text = new String(bytes, 1, bytes.length - 1, StandardCharsets.UTF_8);
    // Half a key that was made up is nobody's to hide.
    if (holdsPartOfKey(text.replace(Clients.KEY, " "))) {
      return;
    }
    int line = text.indexOf('\n');
    check(
        STATUSES[(bytes[0] & 0xff) % STATUSES.length],
        text.substring(0, Math.max(0, line)),
        text.substring(line + 1));
  }

  static void check(int status, String header, String body) {
    HttpHeaders headers =
        HttpHeaders.of(
            Map.of("Retry-After", List.of(header), "Location", List.of(header)), (a, b) -> true);
    Reply reply = new Reply(status, headers, body);
    checkSubmit(new SubmitVerdict(WORDS, CLOCK).ofReply(reply), reply);
    checkStatus(new StatusVerdict(WORDS, CLOCK).ofReply(reply, TASK), reply);
    checkBalance(new BalanceVerdict(WORDS).ofReply(reply), reply);
  }

  private static void checkSubmit(SubmitOutcome outcome, Reply reply) {
    checkMessage(outcome.message());
    JsonNode body = Json.read(reply.text());
    if (outcome instanceof SubmitOutcome.Accepted accepted) {
      String task = accepted.task().value();
      assertThat(reply.successful()).isTrue();
      assertThat(body.path("data").path("task_id").asString()).isEqualTo(task);
      assertThat(task).isNotBlank().hasSizeLessThanOrEqualTo(LONGEST_TASK);
      assertThat(task.chars()).noneMatch(Character::isISOControl);
      assertThat(new String(task.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
          .as("can be kept")
          .isEqualTo(task);
    } else if (!(outcome instanceof SubmitOutcome.InDoubt)) {
      assertThat(isProof(reply.status(), body)).as("%s", reply).isTrue();
    }
    if (outcome instanceof SubmitOutcome.Throttled throttled) {
      checkWait(throttled.retryAfter());
    }
  }

  /** The table of the contract, written down a second time. */
  private static boolean isProof(int status, JsonNode body) {
    if (status >= 200 && status < 300) {
      String code = body.path("code").asString("").strip();
      return REFUSING.stream().anyMatch(known -> code.matches("\\+?0*" + known))
          && !body.path("data").path("task_id").isContainer()
          && body.path("data").path("task_id").asString("").isBlank();
    }
    return REFUSING.contains(status) || status == 404 || (status >= 300 && status < 400);
  }

  private static void checkStatus(StatusOutcome outcome, Reply reply) {
    if (outcome instanceof StatusOutcome.Finished finished) {
      assertThat(reply.successful()).isTrue();
      assertThat(finished.file().getHost()).isNotBlank();
      assertThat(finished.file().getScheme()).matches("(?i)https?");
      if (finished.charged() != null) {
        assertThat(finished.charged().thousandths()).isBetween(0L, 1_000_000_000L);
      }
    } else if (outcome instanceof StatusOutcome.Failed failed) {
      assertThat(reply.successful()).isTrue();
      checkMessage(failed.message());
    } else if (outcome instanceof StatusOutcome.NoAnswer none) {
      checkMessage(none.message());
    } else if (outcome instanceof StatusOutcome.KeyRefused refused) {
      checkMessage(refused.message());
    } else if (outcome instanceof StatusOutcome.Working working) {
      checkMessage(working.word());
    } else if (outcome instanceof StatusOutcome.Throttled throttled) {
      checkWait(throttled.retryAfter());
    }
  }

  private static void checkBalance(BalanceOutcome outcome, Reply reply) {
    if (outcome instanceof BalanceOutcome.Known) {
      assertThat(reply.successful()).isTrue();
    } else if (outcome instanceof BalanceOutcome.NoAnswer none) {
      checkMessage(none.message());
    } else if (outcome instanceof BalanceOutcome.KeyRefused refused) {
      checkMessage(refused.message());
    }
  }

  private static void checkWait(@Nullable Duration wait) {
    if (wait != null) {
      assertThat(wait).isBetween(Duration.ZERO, Duration.ofHours(1));
    }
  }

  static void checkMessage(String message) {
    assertThat(message).hasSizeLessThanOrEqualTo(260).doesNotContain("Exception", "\n", "\r", "\0");
    assertThat(holdsPartOfKey(message)).as("a part of the key in %s", message).isFalse();
  }

  private static boolean holdsPartOfKey(String text) {
    return IntStream.rangeClosed(0, Clients.KEY.length() - 12)
        .anyMatch(at -> text.contains(Clients.KEY.substring(at, at + 12)));
  }
}
