package io.callsheet.model;

/** The media types that the service takes. */
public enum MediaType {
  PNG("png", "image/png"),
  JPEG("jpg", "image/jpeg"),
  MP4("mp4", "video/mp4"),
  MOV("mov", "video/quicktime");

  private final String extension;
  private final String mime;

  MediaType(String extension, String mime) {
    this.extension = extension;
    this.mime = mime;
  }

  /** Without the dot. */
  public String extension() {
    return extension;
  }

  public String mime() {
    return mime;
  }

  public boolean isImage() {
    return this == PNG || this == JPEG;
  }
}
