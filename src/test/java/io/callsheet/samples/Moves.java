package io.callsheet.samples;

import static java.lang.Math.PI;
import static java.lang.Math.abs;
import static java.lang.Math.max;
import static java.lang.Math.sin;

import io.callsheet.samples.Pose.Limb;
import java.util.function.DoubleFunction;

/** What the performer does, second by second. */
enum Moves implements DoubleFunction<Pose> {
  WAVE {
    @Override
    public Pose apply(double t) {
      double wave = sin(2 * PI * 1.5 * t);
      double sway = sin(PI * t);
      return new Pose(
          0.012 * sway,
          0,
          2 * sway,
          5 * sway,
          0.4 * sway,
          0.7,
          new Limb(-22, -12 + 4 * sway),
          new Limb(128, 172 + 28 * wave),
          new Limb(-7, -4),
          new Limb(7, 4));
    }
  },
  WALK {
    @Override
    public Pose apply(double t) {
      double step = sin(2 * PI * 0.9 * t);
      double along = sin(2 * PI * t / 8 - PI / 2);
      double way = Math.cos(2 * PI * t / 8 - PI / 2) >= 0 ? 1 : -1;
      return new Pose(
          0.13 * along,
          -0.04 * step * step,
          3 * way,
          2 * step,
          0.9 * way,
          0.5,
          new Limb(-10 + 26 * step, 26 * step + 12 * way),
          new Limb(10 - 26 * step, -26 * step + 12 * way),
          new Limb(-30 * step, -30 * step - 16 * way * max(0, step)),
          new Limb(30 * step, 30 * step - 16 * way * max(0, -step)));
    }
  },
  JUMP {
    @Override
    public Pose apply(double t) {
      double beat = t % 1.1667 / 1.1667;
      double up = beat < 0.3 ? 0 : sin(PI * (beat - 0.3) / 0.7);
      double crouch = beat < 0.3 ? sin(PI * beat / 0.3) : 0;
      double arms = 30 + 120 * up - 20 * crouch;
      double knees = 30 * crouch + 6;
      return new Pose(
          0,
          0.17 * up - 0.035 * crouch,
          0,
          3 * up,
          0,
          max(0.3, up),
          new Limb(-arms, -arms - 12),
          new Limb(arms, arms + 12),
          new Limb(-knees - 14 * up, knees - 26 * up),
          new Limb(knees + 14 * up, -knees + 26 * up));
    }
  },
  DANCE {
    @Override
    public Pose apply(double t) {
      double beat = sin(2 * PI * t);
      double half = sin(PI * t);
      double bounce = abs(beat);
      double high = sin(2 * PI * t / 6);
      return new Pose(
          0.07 * half,
          0.02 * bounce,
          7 * half,
          -9 * half,
          half,
          0.6 + 0.4 * bounce,
          new Limb(-70 - 55 * high - 18 * beat, -95 - 65 * high + 35 * beat),
          new Limb(70 - 55 * high - 18 * beat, 95 - 65 * high + 35 * beat),
          new Limb(-12 + 14 * half, -6 + 22 * max(0, half)),
          new Limb(12 + 14 * half, 6 + 22 * Math.min(0, half)));
    }
  }
}
