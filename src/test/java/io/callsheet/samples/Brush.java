package io.callsheet.samples;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/** Draws simple shapes around a point. One unit is the height of a figure. */
final class Brush {
  private final Graphics2D graphics;

  Brush(Graphics2D graphics) {
    this.graphics = graphics;
  }

  Graphics2D graphics() {
    return graphics;
  }

  void fill(Color color, Shape shape) {
    graphics.setColor(color);
    graphics.fill(shape);
  }

  void oval(Color color, double x, double y, double width, double height) {
    fill(color, new Ellipse2D.Double(x - width / 2, y - height / 2, width, height));
  }

  void box(Color color, double x, double y, double width, double height, double corner) {
    fill(
        color,
        new RoundRectangle2D.Double(
            x - width / 2, y - height / 2, width, height, corner * 2, corner * 2));
  }

  /** Points as x, y, x, y. */
  void polygon(Color color, double... points) {
    fill(color, path(true, points));
  }

  void line(Color color, double width, double... points) {
    stroke(color, width, path(false, points));
  }

  /** Part of an oval's rim: 0 is three o'clock, counter-clockwise. */
  void arc(
      Color color,
      double thick,
      double x,
      double y,
      double width,
      double height,
      double from,
      double extent) {
    stroke(
        color,
        thick,
        new Arc2D.Double(x - width / 2, y - height / 2, width, height, from, extent, Arc2D.OPEN));
  }

  /** The part of an oval cut off by a straight line between two points of its rim. */
  void cap(
      Color color, double x, double y, double width, double height, double from, double extent) {
    fill(
        color,
        new Arc2D.Double(x - width / 2, y - height / 2, width, height, from, extent, Arc2D.CHORD));
  }

  private void stroke(Color color, double width, Shape shape) {
    graphics.setColor(color);
    graphics.setStroke(
        new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(shape);
  }

  private static Path2D path(boolean closed, double... points) {
    Path2D path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      path.lineTo(points[i], points[i + 1]);
    }
    if (closed) {
      path.closePath();
    }
    return path;
  }
}
