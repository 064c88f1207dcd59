package io.callsheet.manifest;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.callsheet.job.Job;
import io.callsheet.job.ManifestSource;
import io.callsheet.model.Orientation;
import io.callsheet.model.Problem;
import io.callsheet.model.Resolution;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes manifests as spreadsheets do, and reads them. */
record Manifests(Path folder) {

  static final Job.Defaults DEFAULTS =
      new Job.Defaults(Orientation.VIDEO, Resolution.P720, "as it is");
  static final ManifestSource NAMED = ManifestSource.file(Path.of("spring.csv"));

  Path file(String text, Charset charset, int... mark) throws IOException {
    byte[] content = text.getBytes(charset);
    byte[] bytes = new byte[mark.length + content.length];
    for (int i = 0; i < mark.length; i++) {
      bytes[i] = (byte) mark[i];
    }
    System.arraycopy(content, 0, bytes, mark.length, content.length);
    return Files.write(folder.resolve("copy.csv"), bytes);
  }

  Path file(String text) throws IOException {
    return file(text, StandardCharsets.UTF_8);
  }

  static ManifestReader open(Path file) throws IOException, ManifestUnreadable {
    return ManifestReader.open(file, NAMED, Map.of(), DEFAULTS);
  }

  static List<ManifestRow> rows(ManifestReader reader) throws IOException, ManifestUnreadable {
    List<ManifestRow> rows = new ArrayList<>();
    for (ManifestRow row = reader.next(); row != null; row = reader.next()) {
      rows.add(row);
    }
    return rows;
  }

  static List<ManifestRow> rows(Path file) throws IOException, ManifestUnreadable {
    try (ManifestReader reader = open(file)) {
      return rows(reader);
    }
  }

  List<ManifestRow> rows(String text) throws IOException, ManifestUnreadable {
    return rows(file(text));
  }

  ManifestRow.Good good(String text) throws IOException, ManifestUnreadable {
    return (ManifestRow.Good) rows(text).get(0);
  }

  List<String> header(String text) throws IOException, ManifestUnreadable {
    try (ManifestReader reader = open(file(text))) {
      return reader.header();
    }
  }

  /** Why the whole file cannot be read. */
  static String refusal(Path file) {
    ManifestUnreadable refusal = catchThrowableOfType(ManifestUnreadable.class, () -> rows(file));
    return refusal == null ? "readable" : String.valueOf(refusal.getMessage());
  }

  String refusal(String text) throws IOException {
    return refusal(file(text));
  }

  /** The problems of all rows, each as {@code line: reason}. */
  List<String> problems(String text) throws IOException, ManifestUnreadable {
    return rows(text).stream()
        .filter(ManifestRow.Bad.class::isInstance)
        .map(ManifestRow.Bad.class::cast)
        .map(bad -> bad.line() + ": " + Problem.together(bad.problems()))
        .toList();
  }
}
