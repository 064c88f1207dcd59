package io.callsheet.job;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/** The forms of values that say where something is: files, folders, addresses. */
final class PlaceForms {

  private PlaceForms() {}

  /** A file, or for a matrix a folder; on the disk or in a bucket. */
  static Form<ManifestSource.Place> manifest(Path base, boolean matrix) {
    return text -> {
      ManifestSource.Place place = place(base, text);
      if (!(place instanceof ManifestSource.OnDisk disk)) {
        return place;
      }
      Path path = disk.path();
      if (matrix && Files.isRegularFile(path)) {
        throw WrongValue.of(
            text,
            "with pairs: matrix name the folder in which characters.csv and performances.csv lie");
      }
      if (matrix ? !Files.isDirectory(path) : !Files.isRegularFile(path)) {
        throw missing(text, matrix ? "folder" : "file", path);
      }
      return place;
    };
  }

  static Form<Path> existingFolder(Path base) {
    return text -> {
      Path path = path(base, text);
      if (!Files.isDirectory(path)) {
        throw missing(text, "folder", path);
      }
      return path;
    };
  }

  static Form<Path> folderToWrite(Path base) {
    return text -> {
      Path path = path(base, text);
      if (Files.exists(path) && !Files.isDirectory(path)) {
        throw WrongValue.of(text, path + " is a file: name a folder, new or existing");
      }
      return path;
    };
  }

  /**
   * An http or https address without user and query, which could hold secrets: so the messages do
   * not repeat it. The origin is written in one way only, because renders are found again by it.
   */
  static URI address(String text) throws WrongValue {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      throw new WrongValue("is not an address: write one such as https://api.example.com");
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (uri.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
      throw new WrongValue("is not a web address: write one such as https://api.example.com");
    }
    if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw new WrongValue("must end with its path: no user, no password, no ?query, no #fragment");
    }
    boolean usualPort = uri.getPort() == (scheme.equals("https") ? 443 : 80);
    String port = uri.getPort() < 0 || usualPort ? "" : ":" + uri.getPort();
    String path = uri.getRawPath().replaceAll("/+$", "");
    return URI.create(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + path);
  }

  private static ManifestSource.Place place(Path base, String text) throws WrongValue {
    if (text.isEmpty()) {
      throw new WrongValue("is empty: write a path");
    }
    try {
      return ManifestSource.Place.of(text, base);
    } catch (IllegalArgumentException e) {
      throw WrongValue.of(text, String.valueOf(e.getMessage()));
    }
  }

  private static Path path(Path base, String text) throws WrongValue {
    if (text.isEmpty()) {
      throw new WrongValue("is empty: write a path");
    }
    try {
      return base.resolve(text).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw WrongValue.of(text, "that is no path on this system");
    }
  }

  private static WrongValue missing(String text, String kind, Path path) {
    String found =
        Files.exists(path) ? path + " is not a " + kind : "there is no " + kind + " at " + path;
    return WrongValue.of(text, found + " (paths begin at the job file)");
  }
}
