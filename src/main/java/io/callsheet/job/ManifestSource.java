package io.callsheet.job;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of a job come from; its text is what messages call it.
 *
 * @param sheet of a workbook; null for the first that is not hidden
 * @param matrix whether the place is a folder with the files {@code characters} and {@code
 *     performances}, of which every pair becomes a row
 */
public record ManifestSource(Place place, @Nullable String sheet, boolean matrix) {

  private static final Pattern OBJECT =
      Pattern.compile("s3://([A-Za-z0-9][A-Za-z0-9._-]{1,61}[A-Za-z0-9])/([^\\p{Cntrl}]{1,1024})");

  /** A plain file. */
  public static ManifestSource file(Path path) {
    return new ManifestSource(new OnDisk(path), null, false);
  }

  /** The same way of reading at another place. */
  public ManifestSource at(Place other) {
    return new ManifestSource(other, sheet, matrix);
  }

  @Override
  public String toString() {
    return place.toString();
  }

  /** A file or folder, or an object in a bucket. */
  public sealed interface Place {

    /**
     * Reads a path or an address.
     *
     * @param base where relative paths begin
     * @throws IllegalArgumentException if it is neither; the message says what would be right
     */
    static Place of(String text, Path base) {
      if (text.startsWith("s3://")) {
        Matcher matcher = OBJECT.matcher(text);
        if (!matcher.matches()) {
          throw new IllegalArgumentException(
              "write s3://bucket/key, such as s3://my-bucket/june/rows.csv");
        }
        return new InBucket(matcher.group(1), matcher.group(2));
      }
      try {
        return new OnDisk(base.resolve(text).toAbsolutePath().normalize());
      } catch (InvalidPathException e) {
        throw new IllegalArgumentException("that is no path on this system", e);
      }
    }
  }

  /** Absolute and normalized. */
  public record OnDisk(Path path) implements Place {
    @Override
    public String toString() {
      return path.toString();
    }
  }

  /** In the job's object store; of a matrix what all keys begin with, up to a slash. */
  public record InBucket(String bucket, String key) implements Place {
    @Override
    public String toString() {
      return "s3://" + bucket + "/" + key;
    }
  }
}
