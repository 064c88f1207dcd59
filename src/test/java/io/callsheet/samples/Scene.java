package io.callsheet.samples;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** A figure before its backdrop. */
final class Scene {
  private static final double FIGURE = 0.8;
  private static final double FLOOR = 0.93;

  private final int width;
  private final int height;
  private final Look look;
  private final BufferedImage backdrop;

  Scene(int width, int height, Look look, int confetti) {
    this.width = width;
    this.height = height;
    this.look = look;
    this.backdrop = backdrop(confetti);
  }

  BufferedImage draw(Pose pose) {
    BufferedImage image = blank();
    Graphics2D graphics = smooth(image);
    graphics.drawImage(backdrop, 0, 0, null);
    double scale = Math.min(FIGURE * height, 1.2 * width);
    graphics.translate(width / 2.0, FLOOR * height);
    graphics.scale(scale, scale);
    new Figure(graphics, look).draw(pose);
    graphics.dispose();
    return image;
  }

  private BufferedImage backdrop(int confetti) {
    BufferedImage image = blank();
    Graphics2D graphics = smooth(image);
    graphics.setPaint(
        new RadialGradientPaint(
            new Point(width / 2, height * 2 / 5),
            Math.max(width, height) * 0.72f,
            new float[] {0, 1},
            new Color[] {look.light(), look.deep()}));
    graphics.fillRect(0, 0, width, height);
    graphics.setColor(new Color(255, 255, 255, 70));
    double disc = Math.min(width, height) * 0.86;
    graphics.fill(new Ellipse2D.Double((width - disc) / 2, height * 0.42 - disc / 2, disc, disc));
    scatter(graphics, confetti);
    graphics.setColor(new Color(0, 0, 0, 22));
    graphics.fill(
        new Ellipse2D.Double(
            -width * 0.3, FLOOR * height - height * 0.05, width * 1.6, height * 0.5));
    graphics.dispose();
    return image;
  }

  private void scatter(Graphics2D graphics, int confetti) {
    Random random = new Random(look.kind().ordinal());
    Color[] colors = {look.accent(), look.top(), Color.WHITE, look.light()};
    for (int i = 0; i < confetti; i++) {
      double size = height * (0.008 + 0.012 * random.nextDouble());
      graphics.setColor(colors[i % colors.length]);
      graphics.fill(
          new Ellipse2D.Double(
              random.nextDouble() * width, random.nextDouble() * height * 0.8, size, size));
    }
  }

  private BufferedImage blank() {
    return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
  }

  private static Graphics2D smooth(BufferedImage image) {
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    return graphics;
  }
}
