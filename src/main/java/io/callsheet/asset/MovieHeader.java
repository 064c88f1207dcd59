package io.callsheet.asset;

import io.callsheet.model.MediaType;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Size, rotation and length of an MP4 or MOV, from its headers; fragmented files too. */
final class MovieHeader implements BoxWalk.Visitor {
  private static final String QUICKTIME = "qt  ";
  private static final long LONGEST_MILLIS = 1_000_000_000;

  private final Map<Long, Track> tracks = new LinkedHashMap<>();
  private final Fragment fragment = new Fragment(tracks);
  private Track track = new Track();
  // Movies older than the brand are QuickTime's.
  private String brand = QUICKTIME;
  private boolean hasHeader;
  private boolean hasMedia;
  private long scale;
  private double seconds;
  private double fragmentSeconds;

  private MovieHeader() {}

  static Shape read(FileBytes file) throws IOException, UnusableMedia {
    MovieHeader header = new MovieHeader();
    new BoxWalk(file, header).run();
    return header.shape();
  }

  @Override
  public void enter(String type) {
    switch (type) {
      case "moov" -> hasHeader = true;
      case "trak" -> track = new Track();
      default -> {}
    }
  }

  @Override
  public void leave(String type) {
    if (type.equals("trak")) {
      tracks.put(track.id(), track);
    }
  }

  @Override
  public void leaf(Box box) throws IOException, UnusableMedia {
    switch (box.type()) {
      case "ftyp" -> brand = Box.text(box.start(4));
      case "mdat" -> hasMedia = true;
      case "mvhd" -> readMovie(new Fields(box.content()));
      case "mehd" -> fragmentSeconds = seconds(new Fields(box.content()).time());
      case "tkhd" -> track.readHeader(new Fields(box.content()));
      case "mdhd" -> track.readMediaHeader(new Fields(box.content()));
      case "hdlr" -> track.readHandler(Box.text(box.start(12).position(8)));
      case "stsd" -> track.readCodec(Box.text(box.start(16).position(12)));
      case "trex" -> fragment.readDefaults(new Fields(box.content()));
      case "tfhd" -> fragment.readHeader(new Fields(box.content()));
      case "tfdt" -> fragment.readStart(new Fields(box.content()));
      case "trun" -> fragment.readRun(new Fields(box.content()));
      default -> {}
    }
  }

  private void readMovie(Fields fields) {
    scale = fields.skipDates().unsigned();
    seconds = seconds(fields.time());
  }

  private double seconds(long units) {
    return scale > 0 && units > 0 ? (double) units / scale : 0;
  }

  private Shape shape() throws UnusableMedia {
    if (!hasHeader || !hasMedia) {
      throw UnusableMedia.cutOff();
    }
    Track video =
        tracks.values().stream()
            .filter(Track::isVideo)
            .max(Comparator.comparingLong(Track::area))
            .orElseThrow(
                () -> new UnusableMedia("holds no picture; the service takes MP4 and MOV videos"));
    if (video.area() == 0) {
      throw UnusableMedia.damaged("it gives no picture size");
    }
    MediaType type = brand.equals(QUICKTIME) ? MediaType.MOV : MediaType.MP4;
    return new Shape(type, video.width(), video.height(), length(), video.codec());
  }

  /** The movie's own word, or else the longest of its fragments or tracks. */
  private Duration length() throws UnusableMedia {
    double longest = Math.max(seconds, fragmentSeconds);
    for (Track each : tracks.values()) {
      longest = Math.max(longest, each.fragmentSeconds());
    }
    if (longest == 0) {
      for (Track each : tracks.values()) {
        longest = Math.max(longest, each.seconds());
      }
    }
    long millis = Math.round(longest * 1000);
    if (millis == 0 || millis > LONGEST_MILLIS) {
      throw UnusableMedia.damaged("it gives no plausible length");
    }
    return Duration.ofMillis(millis);
  }
}
