package io.callsheet.samples;

/**
 * How a figure stands. Angles are in degrees, 0 straight down, positive to the viewer's right; of a
 * limb first its upper, then its lower half.
 *
 * @param shift to the right, in heights of the figure
 * @param lift off the floor, in heights of the figure
 * @param lean of the body
 * @param tilt of the head
 * @param gaze of the eyes to the right, -1 to 1
 * @param joy how open the smile is, 0 to 1
 */
record Pose(
    double shift,
    double lift,
    double lean,
    double tilt,
    double gaze,
    double joy,
    Limb leftArm,
    Limb rightArm,
    Limb leftLeg,
    Limb rightLeg) {

  /** An arm or a leg. */
  record Limb(double upper, double lower) {}

  /** At ease, one hand up. */
  static final Pose GREETING =
      new Pose(
          0,
          0,
          0,
          4,
          0,
          0.8,
          new Limb(-24, -12),
          new Limb(125, 172),
          new Limb(-7, -4),
          new Limb(7, 4));

  /** Hands on the hips. */
  static final Pose PROUD =
      new Pose(
          0,
          0,
          0,
          -3,
          0,
          0.5,
          new Limb(-52, 48),
          new Limb(52, -48),
          new Limb(-10, -6),
          new Limb(10, 6));

  /** Both arms in the air. */
  static final Pose CHEERING =
      new Pose(
          0,
          0,
          2,
          -5,
          0,
          1,
          new Limb(-140, -165),
          new Limb(140, 165),
          new Limb(-10, -5),
          new Limb(10, 5));
}
