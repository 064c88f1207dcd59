package io.callsheet.sandbox;

import io.callsheet.model.Sha256;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Locale;

/**
 * Paints the frames of a stand-in render: a banner that says what it is, the character, and below
 * it the performance by a colour of its own, the first digits of its hash, and the time running.
 */
final class Poster {
  private static final Color INK = new Color(0x1B, 0x1B, 0x1F);
  private static final Color BANNER = new Color(0xFF, 0xC8, 0x2E);
  private static final Color PAPER = new Color(0xF7, 0xF4, 0xEC);

  /** In letter pixels: the longest line with its margins, and a third of a frame's height. */
  private static final int NEEDED_WIDTH = "VIDEO 000000".length() * PixelFont.ADVANCE + 10;

  private static final int NEEDED_HEIGHT = 130;

  private final Task task;
  private final int width;
  private final int height;
  private final int scale;
  private final BufferedImage frame;
  private final PixelFont font = new PixelFont();

  /**
   * @param width of the frames, in pixels
   */
  Poster(BufferedImage character, Task task, int width, int height) {
    this.task = task;
    this.width = width;
    this.height = height;
    this.scale = Math.max(1, Math.min(width / NEEDED_WIDTH, height / NEEDED_HEIGHT));
    this.frame = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    paintStill(character);
  }

  /** The picture at that time. It is the same image each time, painted over. */
  BufferedImage frame(Duration at) {
    Graphics2D graphics = frame.createGraphics();
    paintFoot(graphics, height - foot(), at);
    graphics.dispose();
    return frame;
  }

  private void paintStill(BufferedImage character) {
    Graphics2D graphics = frame.createGraphics();
    int banner = PixelFont.HEIGHT * scale * 2 + 4 * scale;
    paint(graphics, colour(task.performance()), 0, height);
    paintCharacter(character, graphics, banner, height - banner - foot());
    paint(graphics, BANNER, 0, banner);
    graphics.setColor(INK);
    String word = "SANDBOX";
    int big = scale * 2;
    font.draw(graphics, word, (width - font.width(word, big)) / 2, 2 * scale, big);
    graphics.dispose();
  }

  private int foot() {
    return 2 * line() + 5 * scale;
  }

  private int line() {
    return (PixelFont.HEIGHT + 3) * scale;
  }

  private void paint(Graphics2D graphics, Color colour, int top, int tall) {
    graphics.setColor(colour);
    graphics.fillRect(0, top, width, tall);
  }

  private void paintCharacter(BufferedImage character, Graphics2D graphics, int top, int tall) {
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    double fit =
        Math.min((double) width / character.getWidth(), (double) tall / character.getHeight());
    int w = Math.max(1, (int) (character.getWidth() * fit));
    int h = Math.max(1, (int) (character.getHeight() * fit));
    graphics.drawImage(character, (width - w) / 2, top + (tall - h) / 2, w, h, null);
  }

  private void paintFoot(Graphics2D graphics, int top, Duration at) {
    paint(graphics, INK, top, height - top);
    double part = (double) at.toMillis() / Math.max(1, task.length().toMillis());
    graphics.setColor(BANNER);
    graphics.fillRect(0, top, (int) (width * part), 2 * scale);
    graphics.setColor(colour(task.performance()));
    graphics.fillRect(2 * scale, top + 4 * scale, 4 * scale, 2 * line() - 2 * scale);
    graphics.setColor(PAPER);
    String video = "VIDEO " + task.performance().hex().substring(0, 6);
    String time = String.format(Locale.ROOT, "%.1f/%.1f S", seconds(at), seconds(task.length()));
    font.draw(graphics, video, 8 * scale, top + 4 * scale, scale);
    font.draw(graphics, time, 8 * scale, top + 3 * scale + line(), scale);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  private static Color colour(Sha256 sha256) {
    return Color.getHSBColor((sha256.bytes()[0] & 0xff) / 256f, 0.45f, 0.80f);
  }
}
