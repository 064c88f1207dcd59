package io.callsheet.sandbox;

import java.awt.Graphics2D;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The letters of a poster, 5 by 7 pixels each. Servers often have no fonts, and two machines never
 * the same, but a render must come out the same everywhere.
 */
final class PixelFont {
  /** Width of a letter with its gap, in units of the scale. */
  static final int ADVANCE = 6;

  static final int HEIGHT = 7;
  private static final int WIDTH = 5;

  /** Per line: a character, then its seven rows from the top, five bits each. */
  private static final String GLYPHS =
      """
      A 0E 11 11 1F 11 11 11
      B 1E 11 11 1E 11 11 1E
      C 0E 11 10 10 10 11 0E
      D 1E 11 11 11 11 11 1E
      E 1F 10 10 1E 10 10 1F
      F 1F 10 10 1E 10 10 10
      I 0E 04 04 04 04 04 0E
      N 11 11 19 15 13 11 11
      O 0E 11 11 11 11 11 0E
      S 0F 10 10 0E 01 01 1E
      V 11 11 11 11 11 0A 04
      X 11 11 0A 04 0A 11 11
      0 0E 11 13 15 19 11 0E
      1 04 0C 04 04 04 04 0E
      2 0E 11 01 02 04 08 1F
      3 1F 02 04 02 01 11 0E
      4 02 06 0A 12 1F 02 02
      5 1F 10 1E 01 01 11 0E
      6 06 08 10 1E 11 11 0E
      7 1F 01 02 04 08 08 08
      8 0E 11 11 0E 11 11 0E
      9 0E 11 11 0F 01 02 0C
      . 00 00 00 00 00 0C 0C
      / 01 01 02 04 08 10 10
      """;

  private final Map<Character, int[]> rows = new HashMap<>();

  PixelFont() {
    GLYPHS
        .lines()
        .map(line -> line.split(" "))
        .forEach(parts -> rows.put(parts[0].charAt(0), glyph(parts)));
  }

  private static int[] glyph(String[] parts) {
    int[] glyph = new int[HEIGHT];
    for (int row = 0; row < HEIGHT; row++) {
      glyph[row] = Integer.parseInt(parts[row + 1], 16);
    }
    return glyph;
  }

  /**
   * Draws in the current colour; what it has no letter for is a gap.
   *
   * @param scale pixels of the picture for one pixel of a letter
   */
  void draw(Graphics2D graphics, String text, int left, int top, int scale) {
    int x = left;
    for (char letter : text.toUpperCase(Locale.ROOT).toCharArray()) {
      int[] glyph = rows.getOrDefault(letter, new int[HEIGHT]);
      for (int row = 0; row < HEIGHT; row++) {
        for (int column = 0; column < WIDTH; column++) {
          if ((glyph[row] >> (WIDTH - 1 - column) & 1) == 1) {
            graphics.fillRect(x + column * scale, top + row * scale, scale, scale);
          }
        }
      }
      x += ADVANCE * scale;
    }
  }

  /** In pixels of the picture, without the gap after the last letter. */
  int width(String text, int scale) {
    return (text.length() * ADVANCE - 1) * scale;
  }
}
