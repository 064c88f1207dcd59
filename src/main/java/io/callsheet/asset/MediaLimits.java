package io.callsheet.asset;

import io.callsheet.model.AssetFacts;
import io.callsheet.model.AssetRole;
import io.callsheet.model.Orientation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The limits of the contract (vidgo-api, Submit, table of media). Whether a megabyte is 1,000,000
 * or 1,048,576 bytes it does not say; here it is the smaller one, so that nothing is sent that the
 * service could refuse. Every limit itself is still allowed.
 *
 * <p>A problem begins with a verb and leaves the name of the file to the caller; where several
 * limits are passed it names them all.
 */
public final class MediaLimits {
  static final long IMAGE_BYTES = 10_000_000;
  static final long VIDEO_BYTES = 100_000_000;

  private static final int SHORTEST_SIDE = 340;
  private static final int LONGEST_SIDE = 3850;
  static final Duration SHORTEST = Duration.ofSeconds(3);
  static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration LONGEST_FOR_IMAGE = Duration.ofSeconds(10);

  private MediaLimits() {}

  /** What the service would refuse in an image: size of the file, sides, aspect. */
  public static Optional<String> imageProblem(AssetFacts image) {
    List<String> problems = new ArrayList<>();
    checkBytes(image.bytes(), IMAGE_BYTES, problems);
    checkSides(image, problems);
    checkAspect(image, problems);
    return sentence(problems);
  }

  /** The largest file that the service takes, in bytes. */
  public static long mostBytes(AssetRole role) {
    return role == AssetRole.CHARACTER ? IMAGE_BYTES : VIDEO_BYTES;
  }

  /**
   * What the service would refuse in a video with any orientation: size of the file, sides, length.
   */
  public static Optional<String> videoProblem(AssetFacts video) {
    return videoProblem(video, Orientation.VIDEO);
  }

  /**
   * What the service would refuse in a video: size of the file, sides, length. With orientation
   * {@code image} it may last 10 seconds, with {@code video} 30.
   */
  public static Optional<String> videoProblem(AssetFacts video, Orientation orientation) {
    List<String> problems = new ArrayList<>();
    checkBytes(video.bytes(), VIDEO_BYTES, problems);
    checkSides(video, problems);
    checkLength(video.length(), orientation, problems);
    return sentence(problems);
  }

  /** How long a video may last. */
  static Duration longest(Orientation orientation) {
    return orientation == Orientation.IMAGE ? LONGEST_FOR_IMAGE : LONGEST;
  }

  /** What is wrong with the size of a file that neither an image nor a video may have. */
  static Optional<String> sizeProblem(long bytes) {
    List<String> problems = new ArrayList<>();
    checkBytes(bytes, VIDEO_BYTES, problems);
    return sentence(problems);
  }

  private static void checkBytes(long bytes, long most, List<String> problems) {
    if (bytes > most) {
      problems.add(
          "has %s MB; the service takes at most %d MB"
              .formatted(decimal(bytes, 6), most / 1_000_000));
    }
  }

  private static void checkSides(AssetFacts facts, List<String> problems) {
    if (!isSide(facts.width()) || !isSide(facts.height())) {
      problems.add(
          "is %d×%d px; the service takes %d to %d px per side"
              .formatted(facts.width(), facts.height(), SHORTEST_SIDE, LONGEST_SIDE));
    }
  }

  static boolean isTooSmall(AssetFacts facts) {
    return Math.min(facts.width(), facts.height()) < SHORTEST_SIDE;
  }

  static boolean isTooLarge(AssetFacts facts) {
    return Math.max(facts.width(), facts.height()) > LONGEST_SIDE;
  }

  static boolean isTooSlim(AssetFacts image) {
    List<String> problems = new ArrayList<>();
    checkAspect(image, problems);
    return !problems.isEmpty();
  }

  private static boolean isSide(int pixels) {
    return pixels >= SHORTEST_SIDE && pixels <= LONGEST_SIDE;
  }

  private static void checkAspect(AssetFacts facts, List<String> problems) {
    long width = facts.width();
    long height = facts.height();
    if (2 * width > 5 * height) {
      problems.add(aspect(width, height, "is %s times as wide as it is high"));
    } else if (2 * height > 5 * width) {
      problems.add(aspect(height, width, "is %s times as high as it is wide"));
    }
  }

  /** Rounded up, so that what is just past the limit does not read like the limit. */
  private static String aspect(long longer, long shorter, String sentence) {
    BigDecimal ratio =
        BigDecimal.valueOf(longer).divide(BigDecimal.valueOf(shorter), 2, RoundingMode.CEILING);
    return sentence.formatted(plain(ratio)) + "; the service takes at most 2.5 times";
  }

  private static void checkLength(Duration length, Orientation orientation, List<String> problems) {
    Duration most = longest(orientation);
    if (length.compareTo(SHORTEST) >= 0 && length.compareTo(most) <= 0) {
      return;
    }
    String range = "%d to %d s".formatted(SHORTEST.toSeconds(), most.toSeconds());
    String condition = length.compareTo(SHORTEST) < 0 ? "" : condition(length, orientation);
    problems.add(
        "lasts %s s; the service takes %s%s"
            .formatted(decimal(length.toMillis(), 3), range, condition));
  }

  private static String condition(Duration length, Orientation orientation) {
    if (orientation != Orientation.IMAGE || length.compareTo(LONGEST) > 0) {
      return "";
    }
    return " with orientation image (up to %d s with orientation video)"
        .formatted(LONGEST.toSeconds());
  }

  private static String decimal(long value, int scale) {
    return plain(BigDecimal.valueOf(value, scale));
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static Optional<String> sentence(List<String> problems) {
    return problems.isEmpty() ? Optional.empty() : Optional.of(String.join("; it ", problems));
  }
}
