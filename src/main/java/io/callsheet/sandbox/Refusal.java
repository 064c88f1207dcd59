package io.callsheet.sandbox;

/** A submit that the service would not take: permanent and free (vidgo-api, Submit). */
final class Refusal extends Exception {
  static final String VALIDATION = "validation_error";
  static final String TOO_LONG = "content_too_long_error";
  static final String FORMAT = "file_format_error";
  static final String NOT_FOUND = "resource_not_found_error";

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String type;

  private Refusal(int status, String type, String message) {
    super(message);
    this.status = status;
    this.type = type;
  }

  /** A field is missing or wrong. */
  static Refusal invalid(String message) {
    return new Refusal(400, VALIDATION, message);
  }

  static Refusal tooLong(String message) {
    return new Refusal(413, TOO_LONG, message);
  }

  /** A reference file is of no use. */
  static Refusal media(String message) {
    return new Refusal(422, FORMAT, message);
  }

  static Refusal notFound(String message) {
    return new Refusal(404, NOT_FOUND, message);
  }

  Answer answer() {
    return Answer.Json.refused(status, type, String.valueOf(getMessage()));
  }
}
