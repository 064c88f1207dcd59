package io.callsheet.asset;

import io.callsheet.model.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the owner of a usable file should know all the same. */
final class Note {
  /** H.264 and H.265, which every service of this kind takes. */
  private static final Set<String> USUAL =
      Set.of("avc1", "avc3", "hvc1", "hev1", "dvh1", "dvhe", "");

  private Note() {}

  /** Empty if there is nothing to say. */
  static String of(String reference, MediaProbe.Probed probed) {
    List<String> notes = new ArrayList<>();
    MediaType type = probed.facts().type();
    if (isMisleading(extension(Quoted.withoutSecrets(reference).strip()), type)) {
      notes.add(
          "is a %s, whatever its name says; it is sent as .%s"
              .formatted(word(type), type.extension()));
    }
    if (!USUAL.contains(probed.codec())) {
      notes.add(
          "holds %s video; the service does not say which codecs it takes, H.264 it surely does"
              .formatted(codec(probed.codec())));
    }
    return notes.isEmpty() ? "" : Quoted.of(reference) + " " + String.join("; it ", notes);
  }

  private static boolean isMisleading(String extension, MediaType type) {
    return switch (extension) {
      case "png" -> type != MediaType.PNG;
      case "jpg", "jpeg", "jpe", "jfif" -> type != MediaType.JPEG;
      case "mp4", "m4v" -> type != MediaType.MP4;
      case "mov", "qt" -> type != MediaType.MOV;
      default -> false;
    };
  }

  private static String extension(String shown) {
    String name = shown.substring(shown.lastIndexOf('/') + 1);
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static String word(MediaType type) {
    return switch (type) {
      case PNG -> "PNG image";
      case JPEG -> "JPEG image";
      case MP4 -> "MP4 video";
      case MOV -> "QuickTime (MOV) video";
    };
  }

  private static String codec(String code) {
    return switch (code) {
      case "av01" -> "AV1";
      case "vp08" -> "VP8";
      case "vp09" -> "VP9";
      case "mp4v" -> "MPEG-4 Part 2";
      case "apch", "apcn", "apcs", "apco", "ap4h", "ap4x" -> "ProRes";
      case "jpeg", "mjpa", "mjpb" -> "Motion JPEG";
      default -> Quoted.of(code);
    };
  }
}
