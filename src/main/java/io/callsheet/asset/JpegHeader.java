package io.callsheet.asset;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.jpeg.JpegDirectory;
import com.drew.metadata.jpeg.JpegReader;
import com.google.common.io.ByteStreams;
import io.callsheet.model.MediaType;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Size and completeness of a JPEG; a camera held upright is respected. */
final class JpegHeader {
  /** A header that is longer makes the file larger than the service takes. */
  private static final long MOST_READ = MediaLimits.IMAGE_BYTES;

  private JpegHeader() {}

  static Shape read(FileBytes file) throws IOException, UnusableMedia {
    Metadata metadata = metadata(file);
    JpegDirectory frame = metadata.getFirstDirectoryOfType(JpegDirectory.class);
    if (frame == null) {
      throw UnusableMedia.damaged("it gives no size");
    }
    Shape shape = shape(frame, turned(metadata));
    if (!JpegEnd.isReached(buffered(file))) {
      throw UnusableMedia.cutOff();
    }
    return shape;
  }

  private static Metadata metadata(FileBytes file) throws IOException, UnusableMedia {
    try {
      return JpegMetadataReader.readMetadata(
          ByteStreams.limit(buffered(file), MOST_READ),
          List.of(new JpegReader(), new ExifReader()));
    } catch (EOFException e) {
      throw UnusableMedia.cutOff();
    } catch (JpegProcessingException | RuntimeException | StackOverflowError e) {
      // The reader was not written for hostile files: whatever it throws is about this one.
      throw UnusableMedia.damaged("its JPEG header cannot be read");
    }
  }

  private static Shape shape(JpegDirectory frame, boolean turned) throws UnusableMedia {
    try {
      int width = frame.getImageWidth();
      int height = frame.getImageHeight();
      if (width <= 0 || height <= 0) {
        throw UnusableMedia.damaged("it gives no size");
      }
      return turned
          ? Shape.image(MediaType.JPEG, height, width)
          : Shape.image(MediaType.JPEG, width, height);
    } catch (MetadataException e) {
      throw UnusableMedia.damaged("it gives no size");
    }
  }

  /** Orientations 5 to 8 of EXIF lay the picture on its side. */
  private static boolean turned(Metadata metadata) {
    ExifIFD0Directory exif = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
    Integer orientation = exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
    return orientation != null && orientation >= 5 && orientation <= 8;
  }

  private static InputStream buffered(FileBytes file) throws IOException {
    return new BufferedInputStream(file.stream(0), 1 << 16);
  }
}
