package io.callsheet.wholerun;

/**
 * One request for a render, as the service understood it.
 *
 * @param image digest of the bytes behind the image URL
 * @param video digest of the bytes behind the video URL
 * @param seconds of the video, as they are billed
 */
record Submission(
    String image,
    String video,
    String orientation,
    String resolution,
    String prompt,
    long seconds) {

  /** The same for two requests exactly if they ask for the same render. */
  String content() {
    return String.join("|", image, video, orientation, resolution, prompt);
  }
}
