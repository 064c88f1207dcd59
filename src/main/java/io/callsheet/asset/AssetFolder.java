package io.callsheet.asset;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * The folder in which the manifest's references begin. No reference leads out of it, neither by its
 * words nor by a link. A backslash separates like a slash: manifests come from Windows, and a
 * {@code ..} must not hide behind it.
 */
public final class AssetFolder {
  private static final Pattern URL =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*", Pattern.DOTALL);
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  /** Where the whole folder is the wrong one, the first guesses say enough and cost enough. */
  private static final int MOST_GUESSES = 1000;

  private final Path root;
  private final AtomicInteger guesses = new AtomicInteger();

  /** A folder that need not exist yet. */
  public AssetFolder(Path root) {
    this.root = root;
  }

  /** Finds the file that a reference of the manifest means. */
  public Resolved resolve(String reference) {
    String wanted = reference.strip().replace('\\', '/');
    Optional<String> problem = wordProblem(wanted);
    if (problem.isPresent()) {
      return unusable(reference, problem.get());
    }
    try {
      return find(reference, segments(wanted));
    } catch (InvalidPathException e) {
      return unusable(reference, "can be no file's name on this system; write the path anew");
    } catch (NoSuchFileException e) {
      return unusable(reference, "cannot be found: there is no asset folder " + root);
    } catch (FileSystemException e) {
      String reason = e.getReason() == null ? "access denied" : e.getReason();
      return unusable(reference, "cannot be opened (" + reason + ")");
    } catch (IOException e) {
      return unusable(reference, "cannot be opened");
    }
  }

  private static Optional<String> wordProblem(String wanted) {
    if (wanted.isEmpty()) {
      return Optional.of("is empty; name a file under the asset folder");
    }
    if (URL.matcher(wanted).matches()) {
      return Optional.of(
          "is an address of a kind that is not fetched; write a path under the asset folder,"
              + " https:// or s3://bucket/key");
    }
    if (CONTROL.matcher(wanted).find()) {
      return Optional.of("contains a control character; write the path anew");
    }
    if (wanted.startsWith("/") || DRIVE.matcher(wanted).matches()) {
      return Optional.of("is an absolute path; write it relative to the asset folder");
    }
    if (segments(wanted).contains("..")) {
      return Optional.of("leads out of the asset folder with `..`; name a file under it");
    }
    return Optional.empty();
  }

  private static List<String> segments(String wanted) {
    List<String> segments = new ArrayList<>(List.of(wanted.split("/")));
    segments.removeIf(segment -> segment.isEmpty() || segment.equals("."));
    return segments;
  }

  /** Goes down step by step, so that a link is seen for what it is before anything behind it is. */
  private Resolved find(String reference, List<String> segments) throws IOException {
    Path folder = root.toRealPath();
    Path here = folder;
    for (String segment : segments) {
      // Javas differ in how they tell it.
      if (!here.equals(folder) && !Files.isDirectory(here)) {
        String file = folder.relativize(here).toString().replace('\\', '/');
        return unusable(reference, "is not there: " + Quoted.of(file) + " is a file, not a folder");
      }
      Path next = here.resolve(segment);
      if (!isThere(next)) {
        FolderNames names = FolderNames.of(here);
        Optional<String> same = names.inOtherForm(segment);
        if (same.isEmpty()) {
          return unusable(reference, missing(place(folder, here), segment, names));
        }
        next = here.resolve(same.get());
      }
      Path real;
      try {
        real = next.toRealPath();
      } catch (NoSuchFileException e) {
        return unusable(
            reference, "is a link to a file that is not there; put the file itself there");
      }
      if (!real.startsWith(folder)) {
        return unusable(
            reference, "is a link that leads out of the asset folder; put the file itself there");
      }
      String name = String.valueOf(real.getFileName());
      if (!Files.isSymbolicLink(next) && !FolderNames.isSame(name, segment)) {
        return unusable(reference, called(place(folder, here), name));
      }
      here = real;
    }
    return file(reference, here);
  }

  private static boolean isThere(Path file) throws IOException {
    try {
      Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return true;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private static String place(Path folder, Path here) {
    return here.equals(folder) ? "" : folder.relativize(here).toString().replace('\\', '/') + "/";
  }

  private Optional<String> nearest(FolderNames names, String segment) {
    return guesses.getAndIncrement() < MOST_GUESSES ? names.nearest(segment) : Optional.empty();
  }

  private String missing(String place, String segment, FolderNames names) {
    return names
        .alike(segment)
        .map(alike -> "is not there as written: it " + called(place, alike))
        .or(
            () ->
                nearest(names, segment)
                    .map(near -> "is not there; did you mean " + Quoted.of(place + near) + "?"))
        .orElse("is not there: no such file under the asset folder");
  }

  /** A disk that does not mind case finds the file all the same, and the next computer does not. */
  private static String called(String place, String name) {
    return "is called "
        + Quoted.of(place + name)
        + "; write it exactly so, or it is not found on every computer";
  }

  private static Resolved file(String reference, Path file) {
    if (Files.isDirectory(file)) {
      return unusable(reference, "is a folder; name a file in it");
    }
    if (!Files.isRegularFile(file)) {
      return unusable(reference, "is not a regular file");
    }
    if (!Files.isReadable(file)) {
      return unusable(reference, "may not be read; change its permissions");
    }
    return new Resolved.Found(file);
  }

  private static Resolved unusable(String reference, String problem) {
    return Resolved.unusable(reference, problem);
  }
}
