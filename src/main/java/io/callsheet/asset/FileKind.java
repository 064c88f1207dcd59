package io.callsheet.asset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a file is, told by its first bytes. */
enum FileKind {
  PNG(""),
  JPEG(""),
  MOVIE(""),
  WEBP("a WebP image" + Takes.IMAGES),
  GIF("a GIF image" + Takes.IMAGES),
  HEIC("a HEIC image" + Takes.IMAGES),
  AVIF("an AVIF image" + Takes.IMAGES),
  BMP("a BMP image" + Takes.IMAGES),
  TIFF("a TIFF image" + Takes.IMAGES),
  PHOTOSHOP("a Photoshop document" + Takes.IMAGES),
  SVG("an SVG drawing" + Takes.IMAGES),
  MATROSKA("a WebM or MKV video" + Takes.VIDEOS),
  AVI("an AVI video" + Takes.VIDEOS),
  MPEG("an MPEG video" + Takes.VIDEOS),
  WMV("a Windows Media file" + Takes.VIDEOS),
  PDF("a PDF document" + Takes.ANY),
  ZIP("a ZIP archive or Office document" + Takes.ANY),
  WEB_PAGE("a web page, probably saved in place of the media" + Takes.ANY),
  TEXT("a text file" + Takes.ANY),
  UNKNOWN("neither an image nor a video that we know" + Takes.ANY);

  private static final Set<String> BOXES =
      Set.of("ftyp", "moov", "wide", "mdat", "free", "skip", "pnot");
  private static final Set<String> HEIC_BRANDS =
      Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");
  private static final Set<String> AVIF_BRANDS = Set.of("avif", "avis");
  private static final Pattern TEXTUAL = Pattern.compile("[\\t\\n\\f\\r\\x20-\\x7e\\x80-\\xff]+");

  private final String description;

  FileKind(String description) {
    this.description = description;
  }

  /** What to tell the owner of a file that the service does not take. */
  UnusableMedia refusal() {
    return new UnusableMedia("is " + description, this);
  }

  /** Tells the kind by the first bytes; some hundred are enough. */
  static FileKind of(byte[] head) {
    String start = new String(head, ISO_8859_1);
    if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
      return PNG;
    }
    if (start.startsWith("\u00ff\u00d8\u00ff")) {
      return JPEG;
    }
    if (BOXES.contains(word(start, 4))) {
      return boxed(start);
    }
    FileKind foreign = foreign(start);
    return foreign == UNKNOWN ? textual(start) : foreign;
  }

  private static FileKind boxed(String start) {
    String brand = word(start, 4).equals("ftyp") ? word(start, 8) : "";
    if (HEIC_BRANDS.contains(brand)) {
      return HEIC;
    }
    return AVIF_BRANDS.contains(brand) ? AVIF : MOVIE;
  }

  private static FileKind foreign(String start) {
    return switch (word(start, 0)) {
      case "RIFF" -> riff(word(start, 8));
      case "GIF8" -> GIF;
      case "II*\0", "MM\0*", "II+\0", "MM\0+" -> TIFF;
      case "8BPS" -> PHOTOSHOP;
      case "\u001aE\u00df\u00a3" -> MATROSKA;
      case "\0\0\u0001\u00ba", "\0\0\u0001\u00b3" -> MPEG;
      case "0&\u00b2u" -> WMV;
      case "%PDF" -> PDF;
      case "PK\u0003\u0004", "PK\u0005\u0006" -> ZIP;
      default -> start.startsWith("BM") && start.indexOf('\0') > 0 ? BMP : UNKNOWN;
    };
  }

  private static FileKind riff(String form) {
    return switch (form) {
      case "WEBP" -> WEBP;
      case "AVI " -> AVI;
      default -> UNKNOWN;
    };
  }

  private static FileKind textual(String start) {
    String text = start.toLowerCase(Locale.ROOT);
    if (text.contains("<svg")) {
      return SVG;
    }
    if (text.contains("<!doctype html") || text.contains("<html")) {
      return WEB_PAGE;
    }
    return TEXTUAL.matcher(text).matches() ? TEXT : UNKNOWN;
  }

  private static String word(String start, int from) {
    return start.length() < from + 4 ? "" : start.substring(from, from + 4);
  }

  /** Kept apart because constants of an enum cannot be named before they are made. */
  private static final class Takes {
    static final String IMAGES = "; the service takes JPEG and PNG images";
    static final String VIDEOS = "; the service takes MP4 and MOV videos";
    static final String ANY = "; the service takes JPEG and PNG images and MP4 and MOV videos";
  }
}
