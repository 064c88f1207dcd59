package io.callsheet.samples;

import java.awt.Color;

/** What a figure wears over its body. */
final class Costume {
  private Costume() {}

  static void draw(Brush brush, Look look, double shoulder, double hip) {
    switch (look.kind()) {
      case BARISTA -> apron(brush, look, shoulder, hip);
      case GARDENER -> dungarees(brush, look, shoulder, hip);
      case DJ -> {
        brush.polygon(
            look.accent(),
            0.01,
            -0.57,
            -0.045,
            -0.48,
            -0.005,
            -0.48,
            -0.02,
            -0.41,
            0.045,
            -0.51,
            0.005,
            -0.51);
      }
      case HERO -> {
        brush.polygon(Color.WHITE, 0, -0.585, 0.055, -0.515, 0, -0.425, -0.055, -0.515);
        brush.polygon(look.accent(), 0, -0.56, 0.034, -0.515, 0, -0.455, -0.034, -0.515);
        brush.box(look.accent(), 0, hip - 0.02, 0.235, 0.034, 0.012);
        brush.box(new Color(0xffd34d), 0, hip - 0.02, 0.05, 0.04, 0.012);
      }
      case ROBOT -> {
        brush.box(new Color(0x2f3d46), 0, -0.52, 0.15, 0.085, 0.02);
        brush.line(
            look.accent(),
            0.01,
            -0.055,
            -0.52,
            -0.025,
            -0.52,
            -0.01,
            -0.545,
            0.012,
            -0.495,
            0.026,
            -0.52,
            0.055,
            -0.52);
        brush.oval(look.accent(), -0.045, -0.43, 0.026, 0.026);
        brush.oval(new Color(0xe8363d), 0, -0.43, 0.026, 0.026);
        brush.oval(new Color(0x3fb983), 0.045, -0.43, 0.026, 0.026);
      }
      case FOX -> {
        brush.oval(look.hair(), 0, -0.465, 0.14, 0.2);
        brush.box(look.accent(), 0, shoulder + 0.01, 0.2, 0.06, 0.03);
        brush.box(look.accent().darker(), 0.06, shoulder + 0.085, 0.05, 0.12, 0.015);
      }
      case PERFORMER -> {
        brush.box(look.accent(), 0, -0.5, 0.245, 0.036, 0.001);
        brush.line(Color.WHITE, 0.006, 0, shoulder + 0.02, 0, hip - 0.03);
      }
    }
  }

  private static void apron(Brush brush, Look look, double shoulder, double hip) {
    brush.line(look.accent(), 0.016, -0.05, shoulder, -0.06, -0.54);
    brush.line(look.accent(), 0.016, 0.05, shoulder, 0.06, -0.54);
    brush.box(look.accent(), 0, -0.43, 0.175, 0.26, 0.03);
    brush.box(look.accent().darker(), 0, -0.39, 0.1, 0.065, 0.015);
    brush.box(Color.WHITE, 0, -0.505, 0.04, 0.036, 0.012);
    brush.arc(Color.WHITE, 0.008, 0.024, -0.508, 0.022, 0.022, -90, 180);
  }

  private static void dungarees(Brush brush, Look look, double shoulder, double hip) {
    brush.line(look.bottom(), 0.03, -0.075, shoulder + 0.015, -0.065, -0.5);
    brush.line(look.bottom(), 0.03, 0.075, shoulder + 0.015, 0.065, -0.5);
    brush.box(look.bottom(), 0, -0.435, 0.18, 0.17, 0.025);
    brush.box(look.bottom(), 0, hip - 0.04, 0.245, 0.09, 0.03);
    brush.box(look.bottom().darker(), 0, -0.45, 0.085, 0.06, 0.014);
    brush.oval(look.accent(), -0.065, -0.505, 0.022, 0.022);
    brush.oval(look.accent(), 0.065, -0.505, 0.022, 0.022);
  }
}
