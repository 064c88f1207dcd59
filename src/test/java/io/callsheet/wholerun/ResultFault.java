package io.callsheet.wholerun;

/** What is wrong with a file that the service hands out. */
enum ResultFault {
  NONE,
  /** The first half of it, sent as if it were all. */
  CUT,
  /** A page of words, sent as a video. */
  NO_VIDEO,
  /** The shortest video that it knows. */
  SHORT,
  /** The address that was told first is no longer served; the next one is. */
  FIRST_ADDRESS_EXPIRED
}
