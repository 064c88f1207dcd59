package io.callsheet.samples;

import static java.lang.Math.cos;
import static java.lang.Math.sin;
import static java.lang.Math.toRadians;

import io.callsheet.samples.Look.Kind;
import io.callsheet.samples.Pose.Limb;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;

/** Draws a figure from the feet up; the floor under it is the origin, up is negative. */
final class Figure {
  private static final double HIP = -0.34;
  private static final double SHOULDER = -0.635;
  private static final double LEG = 0.155;
  private static final double ARM = 0.125;

  private final Brush brush;
  private final Look look;
  private final Head head;

  Figure(Graphics2D graphics, Look look) {
    this.brush = new Brush(graphics);
    this.look = look;
    this.head = new Head(brush, look);
  }

  void draw(Pose pose) {
    Graphics2D graphics = brush.graphics();
    AffineTransform before = graphics.getTransform();
    graphics.translate(pose.shift(), 0);
    double shadow = 0.42 - 0.8 * Math.max(0, pose.lift());
    brush.oval(new Color(0, 0, 0, 45), 0, 0.012, shadow, 0.055);
    graphics.translate(0, -pose.lift());
    behind(pose);
    leg(-0.055, pose.leftLeg());
    leg(0.055, pose.rightLeg());
    graphics.rotate(toRadians(pose.lean()), 0, HIP);
    arm(-0.105, pose.leftArm());
    torso();
    arm(0.105, pose.rightArm());
    graphics.rotate(toRadians(pose.tilt()), 0, SHOULDER);
    head.draw(pose);
    graphics.setTransform(before);
  }

  private void behind(Pose pose) {
    if (look.kind() == Kind.HERO) {
      double flutter = pose.shift() * 0.3;
      brush.polygon(
          look.accent().darker(),
          -0.1,
          SHOULDER,
          0.1,
          SHOULDER,
          0.23 - flutter,
          -0.13,
          0.12,
          -0.1,
          0,
          -0.14,
          -0.12,
          -0.1,
          -0.23 - flutter,
          -0.13);
    }
    if (look.kind() == Kind.FOX) {
      brush.line(look.skin().darker(), 0.1, 0.06, HIP, 0.17, -0.26, 0.25, -0.34);
      brush.line(look.hair(), 0.075, 0.25, -0.345, 0.265, -0.375);
    }
  }

  private void leg(double x, Limb limb) {
    double[] knee = step(x, HIP, limb.upper(), LEG);
    double[] ankle = step(knee[0], knee[1], limb.lower(), LEG);
    brush.line(look.bottom(), 0.082, x, HIP, knee[0], knee[1], ankle[0], ankle[1]);
    double toe = Math.signum(x) * 0.018;
    brush.oval(look.shoes(), ankle[0] + toe, ankle[1] + 0.022, 0.115, 0.062);
    brush.box(new Color(0, 0, 0, 60), ankle[0] + toe, ankle[1] + 0.047, 0.1, 0.012, 0.006);
  }

  private void arm(double x, Limb limb) {
    double shoulder = SHOULDER + 0.035;
    double[] elbow = step(x, shoulder, limb.upper(), ARM);
    double[] hand = step(elbow[0], elbow[1], limb.lower(), ARM);
    boolean sleeves = look.kind() != Kind.BARISTA && look.kind() != Kind.DJ;
    Color lower = sleeves ? look.top() : look.skin();
    brush.line(shade(lower), 0.062, elbow[0], elbow[1], hand[0], hand[1]);
    brush.line(shade(look.top()), 0.068, x, shoulder, elbow[0], elbow[1]);
    brush.oval(handColor(), hand[0], hand[1], 0.076, 0.076);
  }

  private Color handColor() {
    return switch (look.kind()) {
      case FOX -> look.shoes();
      case HERO -> look.accent();
      default -> look.skin();
    };
  }

  private void torso() {
    brush.box(look.skin(), 0, SHOULDER - 0.01, 0.07, 0.09, 0.03);
    brush.box(look.bottom(), 0, HIP - 0.005, 0.195, 0.095, 0.045);
    brush.box(look.top(), 0, (SHOULDER + HIP) / 2 - 0.005, 0.245, 0.275, 0.075);
    Costume.draw(brush, look, SHOULDER, HIP);
  }

  /** A little darker, so that an arm is seen before the body. */
  private static Color shade(Color color) {
    return new Color(
        (int) (color.getRed() * 0.92),
        (int) (color.getGreen() * 0.92),
        (int) (color.getBlue() * 0.92));
  }

  private static double[] step(double x, double y, double degrees, double length) {
    double angle = toRadians(degrees);
    return new double[] {x + sin(angle) * length, y + cos(angle) * length};
  }
}
