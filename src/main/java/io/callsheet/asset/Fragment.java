package io.callsheet.asset;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds up the lengths of a movie's fragments, as live recorders and streaming sites write them. */
final class Fragment {
  private static final int HAS_BASE_OFFSET = 0x1;
  private static final int HAS_DESCRIPTION = 0x2;
  private static final int HAS_DURATION = 0x8;

  private static final int RUN_HAS_OFFSET = 0x1;
  private static final int RUN_HAS_FIRST_FLAGS = 0x4;
  private static final int RUN_HAS_DURATIONS = 0x100;
  private static final int RUN_SAMPLE_FIELDS = 0xf00;

  private final Map<Long, Track> tracks;
  private final Map<Long, Long> defaults = new HashMap<>();
  private @Nullable Track track;
  private long sampleLength;
  private long time;

  Fragment(Map<Long, Track> tracks) {
    this.tracks = tracks;
  }

  /** Box {@code trex}: how long a sample of a track is where a fragment does not say. */
  void readDefaults(Fields fields) {
    long id = fields.unsigned();
    defaults.put(id, fields.skip(4).unsigned());
  }

  /** Box {@code tfhd}: which track the fragment belongs to. */
  void readHeader(Fields fields) {
    long id = fields.unsigned();
    track = tracks.get(id);
    time = track == null ? 0 : track.fragmentsEnd();
    fields.skip(fields.has(HAS_BASE_OFFSET) ? 8 : 0).skip(fields.has(HAS_DESCRIPTION) ? 4 : 0);
    sampleLength = fields.has(HAS_DURATION) ? fields.unsigned() : defaults.getOrDefault(id, 0L);
  }

  /** Box {@code tfdt}: where in time the fragment begins. */
  void readStart(Fields fields) {
    time = fields.time();
  }

  /** Box {@code trun}: the samples. */
  void readRun(Fields fields) throws UnusableMedia {
    if (track == null) {
      return;
    }
    long samples = fields.unsigned();
    fields.skip(fields.has(RUN_HAS_OFFSET) ? 4 : 0).skip(fields.has(RUN_HAS_FIRST_FLAGS) ? 4 : 0);
    if (fields.has(RUN_HAS_DURATIONS)) {
      addEach(fields, samples);
    } else {
      time += samples * sampleLength;
    }
    track.reach(time);
  }

  private void addEach(Fields fields, long samples) throws UnusableMedia {
    int size = 4 * fields.count(RUN_SAMPLE_FIELDS);
    if (samples * size > fields.remaining()) {
      throw UnusableMedia.damaged("its box 'trun' is too short");
    }
    for (long i = 0; i < samples; i++) {
      time += fields.unsigned();
      fields.skip(size - 4);
    }
  }
}
