package io.callsheet.sandbox;

import org.jcodec.codecs.h264.encode.RateControl;
import org.jcodec.codecs.h264.io.model.SliceType;
import org.jcodec.common.model.Size;

/**
 * Encodes all of a picture alike. Whole pictures are fine enough to need no smoothing of edges: the
 * encoder predicts from smoothed blocks, a player from raw ones, and colours would drift apart.
 */
final class SteadyQuality implements RateControl {
  private static final int WITHOUT_SMOOTHING = 15;
  private static final int CHANGES = 30;

  @Override
  public int startPicture(Size size, int maxSize, SliceType type) {
    return type == SliceType.I ? WITHOUT_SMOOTHING : CHANGES;
  }

  @Override
  public int initialQpDelta() {
    return 0;
  }

  @Override
  public int accept(int bits) {
    return 0;
  }
}
