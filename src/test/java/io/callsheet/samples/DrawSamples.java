package io.callsheet.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Draws the reference files under {@code samples} anew. Its name keeps it out of an ordinary build;
 * {@code samples/README.md} has the command.
 */
class DrawSamples {
  private static final Path LAUNCH = Path.of("samples/summer-launch");
  private static final Path PROBLEMS = Path.of("samples/problems/files");
  private static final int WIDTH = 368;
  private static final int HEIGHT = 480;
  private static final int RATE = 10;

  @Test
  void draw_the_characters() throws IOException {
    Path folder = Files.createDirectories(LAUNCH.resolve("characters"));
    character(folder.resolve("lina-barista.png"), 720, 960, Look.LINA, Pose.GREETING);
    character(folder.resolve("otto-gardener.jpg"), 900, 1200, Look.OTTO, Pose.PROUD);
    character(folder.resolve("mira-dj.png"), 720, 960, Look.MIRA, Pose.CHEERING);
    character(folder.resolve("captain-kite.jpg"), 1080, 1080, Look.KITE, Pose.PROUD);
    character(folder.resolve("pip-robot.png"), 640, 960, Look.PIP, Pose.GREETING);
    character(folder.resolve("fiona-fox.jpg"), 900, 1200, Look.FIONA, Pose.CHEERING);
  }

  @Test
  void draw_the_performances() throws IOException {
    Path folder = Files.createDirectories(LAUNCH.resolve("performances"));
    Look look = Look.PERFORMER;
    performance(folder.resolve("wave-hello.mp4"), look.before("f7dfb4"), Moves.WAVE, 5);
    performance(folder.resolve("walk-on.mov"), look.before("bfdff2"), Moves.WALK, 8);
    performance(folder.resolve("jump-for-joy.mp4"), look.before("c9e6b3"), Moves.JUMP, 3.5);
    performance(folder.resolve("summer-dance.mp4"), look.before("e6c7ef"), Moves.DANCE, 12);
  }

  @Test
  void draw_the_problems() throws IOException {
    Path folder = Files.createDirectories(PROBLEMS);
    character(folder.resolve("tiny-logo.png"), 200, 200, Look.PIP, Pose.GREETING);
    character(folder.resolve("tall-banner.png"), 360, 1000, Look.MIRA, Pose.PROUD);
    performance(folder.resolve("blink.mp4"), Look.PERFORMER.before("f7dfb4"), Moves.WAVE, 1);
    BrokenFiles broken = new BrokenFiles(folder);
    broken.writeNotes("hero-final-v2.png");
    broken.writeWebp("from-the-web.jpg");
    broken.writeNothing("empty.jpg");
    broken.writeCut("half-a-picture.png", LAUNCH.resolve("characters/lina-barista.png"), 20_000);
    broken.writeCut("half-a-video.mp4", LAUNCH.resolve("performances/wave-hello.mp4"), 40_000);
  }

  private static void character(Path file, int width, int height, Look look, Pose pose)
      throws IOException {
    ImageFile.write(new Scene(width, height, look, 60).draw(pose), file);
  }

  private static void performance(Path file, Look look, Moves moves, double seconds)
      throws IOException {
    Scene scene = new Scene(WIDTH, HEIGHT, look, 0);
    try (MovieFile movie = new MovieFile(file, WIDTH, HEIGHT, RATE)) {
      for (int frame = 0; frame < seconds * RATE; frame++) {
        movie.add(scene.draw(moves.apply((double) frame / RATE)));
      }
    }
  }
}
