package io.callsheet.sandbox;

import java.util.List;
import org.jcodec.containers.mp4.boxes.FullBox;
import org.jcodec.containers.mp4.boxes.MediaBox;
import org.jcodec.containers.mp4.boxes.MediaHeaderBox;
import org.jcodec.containers.mp4.boxes.MovieBox;
import org.jcodec.containers.mp4.boxes.MovieHeaderBox;
import org.jcodec.containers.mp4.boxes.NodeBox;
import org.jcodec.containers.mp4.boxes.TrackHeaderBox;
import org.jcodec.containers.mp4.boxes.TrakBox;

/**
 * Takes the time of writing out of a movie's header. The muxer writes it in three places and lets
 * none be set, so these three boxes are made anew.
 */
final class Timeless {
  private static final long EPOCH = 0;

  private Timeless() {}

  static MovieBox header(MovieBox movie) {
    MovieHeaderBox old = only(movie, MovieHeaderBox.class);
    swap(
        movie,
        old,
        MovieHeaderBox.createMovieHeaderBox(
            old.getTimescale(),
            old.getDuration(),
            old.getRate(),
            old.getVolume(),
            EPOCH,
            EPOCH,
            old.getMatrix(),
            old.getNextTrackId()));
    for (TrakBox track : movie.getTracks()) {
      trackHeader(track);
      mediaHeader(track.getMdia());
    }
    return movie;
  }

  private static void trackHeader(TrakBox track) {
    TrackHeaderBox old = track.getTrackHeader();
    swap(
        track,
        old,
        TrackHeaderBox.createTrackHeaderBox(
            old.getTrackId(),
            old.getDuration(),
            old.getWidth(),
            old.getHeight(),
            EPOCH,
            EPOCH,
            old.getVolume(),
            old.getLayer(),
            old.getAltGroup(),
            old.getMatrix()));
  }

  private static void mediaHeader(MediaBox media) {
    MediaHeaderBox old = only(media, MediaHeaderBox.class);
    swap(
        media,
        old,
        MediaHeaderBox.createMediaHeaderBox(
            old.getTimescale(),
            old.getDuration(),
            old.getLanguage(),
            EPOCH,
            EPOCH,
            old.getQuality()));
  }

  private static <B> B only(NodeBox parent, Class<B> type) {
    List<B> found = parent.getBoxes().stream().filter(type::isInstance).map(type::cast).toList();
    return found.get(0);
  }

  private static void swap(NodeBox parent, FullBox old, FullBox fresh) {
    fresh.setFlags(old.getFlags());
    fresh.setVersion(old.getVersion());
    parent.getBoxes().replaceAll(box -> box == old ? fresh : box);
  }
}
