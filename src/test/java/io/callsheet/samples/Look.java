package io.callsheet.samples;

import java.awt.Color;

/**
 * What a figure looks like.
 *
 * @param accent of what it wears or carries: apron, scarf, cape
 * @param light middle of the backdrop
 * @param deep rim of the backdrop
 */
record Look(
    Kind kind,
    Color skin,
    Color hair,
    Color top,
    Color bottom,
    Color shoes,
    Color accent,
    Color light,
    Color deep) {

  /** Who it is: decides head and costume. */
  enum Kind {
    BARISTA,
    GARDENER,
    DJ,
    HERO,
    ROBOT,
    FOX,
    PERFORMER
  }

  static final Look LINA =
      of(
          Kind.BARISTA,
          "e8b48c",
          "3b2a2a",
          "f7f1e6",
          "33475b",
          "7a4b32",
          "13897f",
          "ffe3b8",
          "f59e5b");
  static final Look OTTO =
      of(
          Kind.GARDENER,
          "f2c6a0",
          "b5562b",
          "d94f3d",
          "3f6aa8",
          "5b4632",
          "f1cf7a",
          "eaf6c9",
          "7fb563");
  static final Look MIRA =
      of(Kind.DJ, "8d5a3c", "6a3fb5", "ff5fa2", "2b2d5b", "ffffff", "19c3e6", "f6d9ff", "9a6be0");
  static final Look KITE =
      of(Kind.HERO, "f0bd94", "1f1d2b", "2f6fed", "1d3f91", "e8363d", "e8363d", "d3ecff", "4e9be8");
  static final Look PIP =
      of(
          Kind.ROBOT,
          "c9d6df",
          "52616b",
          "eef3f6",
          "9fb3c1",
          "52616b",
          "ffb400",
          "dff7f0",
          "4fb8a8");
  static final Look FIONA =
      of(Kind.FOX, "ef7d32", "fff4e6", "ef7d32", "ef7d32", "4a2c22", "2b9c6a", "fff0d4", "f2b84b");
  static final Look PERFORMER =
      of(
          Kind.PERFORMER,
          "d9a07a",
          "2d2a32",
          "3d4b5c",
          "222b36",
          "f4f4f4",
          "f25f5c",
          "f7f5f0",
          "cfd6dc");

  /** The same figure before a backdrop of one color, which costs a video no bytes. */
  Look before(String backdrop) {
    Color color = color(backdrop);
    return new Look(kind, skin, hair, top, bottom, shoes, accent, color, color);
  }

  private static Look of(
      Kind kind,
      String skin,
      String hair,
      String top,
      String bottom,
      String shoes,
      String accent,
      String light,
      String deep) {
    return new Look(
        kind,
        color(skin),
        color(hair),
        color(top),
        color(bottom),
        color(shoes),
        color(accent),
        color(light),
        color(deep));
  }

  private static Color color(String hex) {
    return new Color(Integer.parseInt(hex, 16));
  }
}
