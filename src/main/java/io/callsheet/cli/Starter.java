package io.callsheet.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A small campaign that runs, for a person to change into their own. */
final class Starter {
  private static final String MANIFEST = "manifest.csv";
  private static final String ASSETS = "assets";
  private static final int LONGEST_NAME = 40;

  private static final List<String> SAMPLES =
      List.of(
          "characters/fiona-fox.jpg",
          "characters/otto-gardener.jpg",
          "performances/wave-hello.mp4");

  private static final String ROWS =
      """
      row_key,character,performance,prompt,campaign
      fiona-waves,characters/fiona-fox.jpg,performances/wave-hello.mp4,Bright morning light,spring
      otto-waves,characters/otto-gardener.jpg,performances/wave-hello.mp4,,spring
      """;

  private static final String JOB =
      """
      # Look first, then render. Paths begin at this file.
      #   callsheet plan %1$s.yaml
      #   callsheet run %1$s.yaml
      name: %1$s
      manifest: manifest.csv        # or an .xlsx file; one row per clip
      assets: assets                # where the manifest's paths begin
      output: out
      videos: "{campaign}/{row_key}.mp4"
      spend: {cap: 200, approval: manual}   # credits; a run waits for your approval
      # The sandbox needs no account, no network and no money. For the real thing: {name: vidgo},
      # a storage section, and CALLSHEET_API_KEY in the environment (jobs/vidgo-example.yaml).
      provider: {name: sandbox}
      """;

  private final Path folder;
  private final String name;

  /**
   * @param folder absolute; the job takes its name
   */
  Starter(Path folder) {
    this.folder = folder;
    Path last = folder.getFileName();
    String plain =
        (last == null ? "" : last.toString())
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+", "");
    String bounded = plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    String trimmed = bounded.replaceAll("-+$", "");
    this.name = trimmed.isEmpty() ? "campaign" : trimmed;
  }

  /**
   * @throws UserError if any of the files is there already; then nothing is written
   */
  void write(Terminal terminal) {
    Path job = folder.resolve(name + ".yaml");
    List<Path> taken =
        List.of(job, folder.resolve(MANIFEST), folder.resolve(ASSETS)).stream()
            .filter(Files::exists)
            .toList();
    if (!taken.isEmpty()) {
      throw UserError.refused(
          Words.path(taken.get(0))
              + " is there already, and nothing is overwritten; name another folder");
    }
    try {
      for (String sample : SAMPLES) {
        copy(sample, folder.resolve(ASSETS).resolve(sample));
      }
      Files.writeString(folder.resolve(MANIFEST), ROWS, StandardCharsets.UTF_8);
      Files.writeString(job, JOB.formatted(name), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw UserError.refused(
          "cannot write to "
              + folder
              + " ("
              + e.getMessage()
              + "): name a folder you may write to");
    }
    String shown = Words.path(job);
    terminal.say("Written to " + folder + ":");
    terminal.say("  %-16s what to render, from where, for how much".formatted(name + ".yaml"));
    terminal.say("  %-16s one row per clip; open it in a spreadsheet".formatted(MANIFEST));
    terminal.say("  %-16s the images and videos that the rows name".formatted(ASSETS + "/"));
    terminal.say("Look at what it would do:   callsheet plan " + shown);
    terminal.say("Render it in the sandbox:   callsheet run " + shown + " --yes");
  }

  private static void copy(String sample, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try (InputStream in = Starter.class.getResourceAsStream("starter/" + sample)) {
      if (in == null) {
        throw new UncheckedIOException(new IOException("this program lacks its " + sample));
      }
      Files.copy(in, to);
    }
  }
}
