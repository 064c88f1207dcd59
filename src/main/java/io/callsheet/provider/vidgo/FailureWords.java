package io.callsheet.provider.vidgo;

import io.callsheet.model.FailureClass;
import java.util.regex.Pattern;

/**
 * Tells from the service's words whose fault a failure is.
 *
 * <p>A reference file is blamed only where the words name it and a fault that a file can have: the
 * blame holds back every row that uses the file, whereas one more try of a task costs nothing.
 */
final class FailureWords {
  private static final Pattern MODERATION =
      words(
          "moderation|polic(y|ies)|nsfw|sensitive|prohibited|inappropriate|violat\\w*|unsafe"
              + "|safety|copyright\\w*|sexual\\w*|nudity|violence|risk control");
  private static final String FILE = "(images?|pictures?|photos?|videos?|clips?|files?|media)";
  private static final Pattern FILE_FAULT =
      words(
          "(invalid|unsupported|corrupt\\w*|damaged|broken|unreadable) (\\w+ ){0,2}" + FILE,
          FILE
              + " (is |are |was |were )?(invalid|unsupported|not supported|corrupt\\w*|damaged"
              + "|broken|unreadable|too (short|long|small|large|big|wide|narrow))",
          FILE + " (cannot|could not) be (read|decoded|opened|parsed)",
          "(unable to|cannot|could not|failed to) (read|decode|open|parse) (\\w+ ){0,2}" + FILE,
          FILE + " (format|codec|type|size|duration|length|aspect|dimensions?|width|height)",
          "aspect ratio",
          "no (person|human|people|face|body)",
          "(multiple|more than one|several) (persons|people|humans|faces)");

  private FailureWords() {}

  /** Of a submit that was refused (vidgo-api, Submit). */
  static FailureClass ofRefusal(String type, String message) {
    return switch (type) {
      case "content_moderation_error" -> FailureClass.MODERATION;
      case "file_format_error" -> FailureClass.MEDIA;
      case "content_too_long_error" -> FailureClass.REQUEST;
      default -> of(message, FailureClass.REQUEST);
    };
  }

  /** Of a task that ended without a render (vidgo-api, Status). */
  static FailureClass ofFailure(String message) {
    return of(message, FailureClass.PROVIDER);
  }

  private static FailureClass of(String message, FailureClass otherwise) {
    if (MODERATION.matcher(message).find()) {
      return FailureClass.MODERATION;
    }
    return FILE_FAULT.matcher(message).find() ? FailureClass.MEDIA : otherwise;
  }

  private static Pattern words(String... alternatives) {
    return Pattern.compile("(?i)\\b(" + String.join("|", alternatives) + ")\\b");
  }
}
