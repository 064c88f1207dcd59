package io.callsheet.asset;

import static io.callsheet.model.AssetRole.CHARACTER;

import io.callsheet.model.AssetFacts;
import io.callsheet.model.AssetRole;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The command of a common tool that makes a file usable, where one does so without taking anything
 * away that somebody would miss. Run in the asset folder; the old file stays.
 */
final class Repair {
  /** For a file that is not under the asset folder: there is nothing to run a command on. */
  static final Repair NONE = new Repair("");

  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}\\p{M}_./+ ,()&'!#=@~^-]+");
  private static final Pattern BARE = Pattern.compile("[\\p{L}\\p{N}\\p{M}_./+-]+");
  private static final String WEB_VIDEO = "-c:v libx264 -pix_fmt yuv420p -c:a aac";

  /** At 20 Mbit/s the longest video that the service takes has 75 MB. */
  private static final String SMALLER = "-c:v libx264 -crf 20 -maxrate 20M -bufsize 20M -c:a aac";

  private final String file;

  private Repair(String file) {
    this.file = file;
  }

  /** Of a file by its reference. Where the tools would misread its name there is no command. */
  static Repair of(String reference) {
    String path = reference.strip().replace('\\', '/');
    return PLAIN.matcher(path).matches() && !path.contains("//") ? new Repair(path) : NONE;
  }

  /** For a kind of file that the service does not take. */
  Optional<String> ofKind(@Nullable FileKind kind) {
    if (kind == null) {
      return Optional.empty();
    }
    return switch (kind) {
      case WEBP, HEIC, AVIF, BMP -> command("magick %s %s", file, as("", "png"));
      // The first picture of several.
      case GIF, TIFF, PHOTOSHOP -> command("magick %s %s", file + "[0]", as("", "png"));
      case MATROSKA, AVI, MPEG, WMV ->
          command(
              "ffmpeg -i %s -vf \"crop=floor(iw/2)*2:floor(ih/2)*2\" " + WEB_VIDEO + " %s",
              file,
              as("", "mp4"));
      default -> Optional.empty();
    };
  }

  /** For a file that is too large to be looked at. */
  Optional<String> ofSize(AssetRole role) {
    return role == CHARACTER ? Optional.empty() : smaller();
  }

  /** For a file that passes the service's limits; only where one command mends all of them. */
  Optional<String> ofLimits(AssetFacts facts, AssetRole role) {
    if (facts.type().isImage() != (role == CHARACTER) || MediaLimits.isTooSmall(facts)) {
      return Optional.empty();
    }
    return facts.type().isImage() ? ofImage(facts) : ofVideo(facts);
  }

  private Optional<String> ofImage(AssetFacts image) {
    if (MediaLimits.isTooSlim(image)) {
      return Optional.empty();
    }
    if (image.bytes() > MediaLimits.IMAGE_BYTES) {
      return command(
          "magick %s -auto-orient -resize \"3850x3850>\" -background white -flatten"
              + " -define jpeg:extent=9MB %s",
          file, as("-small", "jpg"));
    }
    return command("magick %s -resize 3850x3850 %s", file, as("-small", image.type().extension()));
  }

  private Optional<String> ofVideo(AssetFacts video) {
    Duration length = video.length();
    if (length.compareTo(MediaLimits.SHORTEST) < 0) {
      return Optional.empty();
    }
    boolean large = MediaLimits.isTooLarge(video);
    boolean tooLong = length.compareTo(MediaLimits.LONGEST) > 0;
    if (large && !tooLong) {
      return command(
          "ffmpeg -i %s -vf \"scale=3840:3840:force_original_aspect_ratio=decrease"
              + ":force_divisible_by=2\" "
              + SMALLER
              + " %s",
          file,
          as("-small", "mp4"));
    }
    return tooLong && !large ? ofLength(MediaLimits.LONGEST) : Optional.empty();
  }

  private Optional<String> smaller() {
    return command("ffmpeg -i %s " + SMALLER + " %s", file, as("-small", "mp4"));
  }

  /** For a video that is longer than {@code most}. */
  Optional<String> ofLength(Duration most) {
    // A cut falls between two frames, and the sound may last a little longer.
    return command(
        "ffmpeg -i %s -t " + (most.toSeconds() - 1) + ".9 " + WEB_VIDEO + " %s",
        file,
        as("-cut", "mp4"));
  }

  private String as(String mark, String extension) {
    int dot = file.lastIndexOf('.');
    String stem = dot > file.lastIndexOf('/') + 1 ? file.substring(0, dot) : file;
    String made = stem + mark + "." + extension;
    return made.equals(file) ? stem + "-new." + extension : made;
  }

  private Optional<String> command(String form, String from, String to) {
    return file.isEmpty()
        ? Optional.empty()
        : Optional.of("run in the asset folder: " + form.formatted(word(from), word(to)));
  }

  /** As shells take it; a name that begins with a hyphen would pass for an option. */
  private static String word(String path) {
    String safe = path.startsWith("-") ? "./" + path : path;
    if (BARE.matcher(safe).matches()) {
      return safe;
    }
    return "'" + safe.replace("'", "'\\''") + "'";
  }
}
