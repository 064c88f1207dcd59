package io.callsheet.samples;

import io.callsheet.samples.Look.Kind;
import java.awt.Color;

/** Draws heads: hair behind, face, what is worn on top. */
final class Head {
  private static final double Y = -0.8;
  private static final double SIZE = 0.29;
  private static final Color INK = new Color(0x2a2430);

  private final Brush brush;
  private final Look look;

  Head(Brush brush, Look look) {
    this.brush = brush;
    this.look = look;
  }

  void draw(Pose pose) {
    behind();
    if (look.kind() == Kind.ROBOT) {
      brush.box(look.skin(), 0, Y, SIZE * 1.08, SIZE * 0.88, 0.07);
      brush.box(new Color(0x2f3d46), 0, Y, SIZE * 0.9, SIZE * 0.62, 0.05);
    } else {
      brush.oval(look.skin(), 0, Y, SIZE, SIZE);
    }
    before();
    face(pose);
    worn();
  }

  private void behind() {
    switch (look.kind()) {
      case BARISTA -> {
        brush.oval(look.hair(), 0, Y - 0.185, 0.125, 0.125);
        brush.oval(look.hair(), 0, Y - 0.012, SIZE * 1.12, SIZE * 1.1);
      }
      case DJ -> {
        for (int i = 0; i < 13; i++) {
          double angle = Math.toRadians(-35 + i * 250 / 12.0);
          brush.oval(look.hair(), Math.cos(angle) * 0.145, Y - Math.sin(angle) * 0.145, 0.12, 0.12);
        }
        brush.oval(look.hair(), 0, Y - 0.02, SIZE * 1.1, SIZE * 1.1);
      }
      case ROBOT -> {
        brush.line(look.hair(), 0.014, 0, Y - 0.1, 0, Y - 0.19);
        brush.oval(look.accent(), 0, Y - 0.2, 0.05, 0.05);
        brush.box(look.hair(), 0, Y, SIZE * 1.24, 0.09, 0.02);
      }
      case FOX -> {
        ear(-1);
        ear(1);
      }
      default -> {}
    }
  }

  private void ear(int side) {
    brush.polygon(
        look.skin(), side * 0.145, Y - 0.03, side * 0.155, Y - 0.24, side * 0.02, Y - 0.12);
    brush.polygon(
        look.shoes(), side * 0.128, Y - 0.09, side * 0.138, Y - 0.2, side * 0.065, Y - 0.125);
  }

  private void before() {
    switch (look.kind()) {
      case BARISTA -> brush.cap(look.hair(), 0, Y, SIZE, SIZE, 28, 124);
      case GARDENER -> {
        brush.cap(look.hair(), 0, Y, SIZE * 1.03, SIZE * 1.06, 190, 160);
        brush.oval(look.skin(), 0, Y + 0.0, SIZE * 0.8, SIZE * 0.56);
      }
      case DJ -> brush.cap(look.hair(), 0, Y, SIZE, SIZE, 40, 100);
      case HERO -> {
        brush.cap(look.hair(), 0, Y, SIZE * 1.04, SIZE * 1.04, 22, 136);
        brush.polygon(look.hair(), -0.02, Y - 0.14, 0.12, Y - 0.18, 0.1, Y - 0.09, 0, Y - 0.07);
        brush.box(look.top(), 0, Y - 0.005, SIZE * 0.97, 0.085, 0.035);
      }
      case FOX -> {
        brush.oval(look.hair(), -0.07, Y + 0.065, 0.13, 0.125);
        brush.oval(look.hair(), 0.07, Y + 0.065, 0.13, 0.125);
        brush.oval(look.hair(), 0, Y + 0.075, 0.14, 0.12);
      }
      case PERFORMER -> {
        brush.cap(look.hair(), 0, Y, SIZE * 1.04, SIZE * 1.05, 15, 150);
        brush.box(look.accent(), 0, Y - 0.055, SIZE * 0.95, 0.028, 0.01);
      }
      default -> {}
    }
  }

  private void face(Pose pose) {
    double turn = pose.gaze() * 0.022;
    boolean robot = look.kind() == Kind.ROBOT;
    for (int side = -1; side <= 1; side += 2) {
      double x = side * 0.056 + turn;
      if (robot) {
        brush.oval(new Color(0x5ff0d8), x, Y - 0.015, 0.05, 0.06);
      } else {
        brush.oval(Color.WHITE, x, Y - 0.003, 0.054, 0.062);
        brush.oval(INK, x + turn * 0.4, Y, 0.036, 0.044);
        brush.oval(Color.WHITE, x + 0.008 + turn * 0.4, Y - 0.011, 0.013, 0.013);
        brush.oval(new Color(255, 90, 90, 70), side * 0.092 + turn, Y + 0.048, 0.05, 0.032);
      }
    }
    mouth(pose, turn, robot ? new Color(0x5ff0d8) : INK);
  }

  private void mouth(Pose pose, double turn, Color color) {
    double y = Y + 0.048;
    if (look.kind() == Kind.FOX) {
      brush.oval(INK, turn * 1.3, y - 0.008, 0.04, 0.028);
      y += 0.014;
    }
    if (pose.joy() > 0.55) {
      brush.cap(color, turn, y, 0.085, 0.02 + 0.085 * pose.joy(), 180, 180);
      brush.cap(
          new Color(0xff7b7b), turn, y + 0.012 * pose.joy(), 0.045, 0.055 * pose.joy(), 180, 180);
    } else {
      brush.arc(color, 0.011, turn, y, 0.08, 0.05, 200, 140);
    }
  }

  private void worn() {
    switch (look.kind()) {
      case BARISTA -> {
        for (int side = -1; side <= 1; side += 2) {
          brush.arc(look.accent(), 0.009, side * 0.056, Y, 0.085, 0.085, 0, 360);
        }
        brush.line(look.accent(), 0.009, -0.012, Y, 0.012, Y);
      }
      case GARDENER -> {
        brush.oval(look.accent(), 0, Y - 0.088, 0.46, 0.085);
        brush.cap(look.accent(), 0, Y - 0.085, 0.25, 0.24, 0, 180);
        brush.box(new Color(0xd94f3d), 0, Y - 0.108, 0.246, 0.034, 0.004);
      }
      case DJ -> {
        brush.arc(look.accent(), 0.024, 0, Y - 0.01, SIZE * 1.12, SIZE * 1.16, 8, 164);
        brush.box(look.accent(), -0.155, Y + 0.005, 0.052, 0.1, 0.024);
        brush.box(look.accent(), 0.155, Y + 0.005, 0.052, 0.1, 0.024);
      }
      default -> {}
    }
  }
}
