package io.callsheet.asset;

/** One track of a movie, as far as its boxes have been read. */
final class Track {
  private long id;
  private boolean video;
  private String codec = "";
  private boolean turned;
  private int width;
  private int height;
  private long scale;
  private long units = -1;
  private long fragmentsEnd;

  long id() {
    return id;
  }

  boolean isVideo() {
    return video;
  }

  /** In pixels, as shown. */
  int width() {
    return turned ? height : width;
  }

  /** In pixels, as shown. */
  int height() {
    return turned ? width : height;
  }

  long area() {
    return (long) width * height;
  }

  /** Box {@code tkhd}: the size, and the matrix that turns the picture. */
  void readHeader(Fields fields) {
    id = fields.skipDates().unsigned();
    fields.skip(4).time();
    fields.skip(16);
    int a = fields.signed();
    int b = fields.signed();
    fields.skip(8);
    int d = fields.signed();
    turned = a == 0 && d == 0 && b != 0;
    fields.skip(16);
    width = fields.signed() >>> 16;
    height = fields.signed() >>> 16;
  }

  /** Box {@code mdhd}: the track's own length. */
  void readMediaHeader(Fields fields) {
    scale = fields.skipDates().unsigned();
    units = fields.time();
  }

  /** Box {@code hdlr}: what the track holds. A MOV has a second one, of another meaning. */
  void readHandler(String handler) {
    video |= handler.equals("vide");
  }

  /** Box {@code stsd}: how the samples are coded, in four characters. */
  void readCodec(String name) {
    if (codec.isEmpty()) {
      codec = name;
    }
  }

  String codec() {
    return codec;
  }

  /** Fragments reach up to this time of the track. */
  void reach(long end) {
    fragmentsEnd = Math.max(fragmentsEnd, end);
  }

  long fragmentsEnd() {
    return fragmentsEnd;
  }

  /** In seconds; 0 if not known. */
  double seconds() {
    return seconds(units);
  }

  /** What the fragments add up to, in seconds; 0 if there are none. */
  double fragmentSeconds() {
    return seconds(fragmentsEnd);
  }

  private double seconds(long time) {
    return scale > 0 && time > 0 ? (double) time / scale : 0;
  }
}
