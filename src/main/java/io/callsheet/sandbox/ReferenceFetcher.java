package io.callsheet.sandbox;

import io.callsheet.model.AssetFacts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the files of an order as the service would, with no credentials but the URL itself, and
 * looks at them. Every URL is asked every time, so that one that has expired is refused; what has
 * not changed since is not sent again (If-None-Match).
 */
final class ReferenceFetcher {
  /** The limits of the contract, table media, with a mega of the larger kind. */
  private static final long MAX_IMAGE = 10L << 20;

  private static final long MAX_VIDEO = 100L << 20;
  private static final int REMEMBERED = 10_000;

  private record Known(String etag, AssetFacts facts) {}

  private final MediaCheck check;
  private final Characters characters;
  private final Path folder;
  private final Map<String, Known> known =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
              return size() > REMEMBERED;
            }
          });

  /**
   * @param folder for files under way; emptied now
   */
  ReferenceFetcher(MediaCheck check, Characters characters, Path folder) throws IOException {
    this.check = check;
    this.characters = characters;
    this.folder = Files.createDirectories(folder);
    try (var left = Files.list(folder)) {
      for (Path file : left.toList()) {
        Files.delete(file);
      }
    }
  }

  References fetch(Order order) throws Refusal, IOException {
    AssetFacts image = facts(order.image(), "input.image_urls[0]", MAX_IMAGE, true);
    refuse("input.image_urls[0]", imageProblem(image));
    AssetFacts video = facts(order.video(), "input.video_urls[0]", MAX_VIDEO, false);
    refuse("input.video_urls[0]", videoProblem(video, order));
    return new References(image, video);
  }

  private Optional<String> imageProblem(AssetFacts image) {
    return image.type().isImage()
        ? check.imageProblem(image)
        : Optional.of("is a video; the service takes an image here");
  }

  private Optional<String> videoProblem(AssetFacts video, Order order) {
    return video.type().isImage()
        ? Optional.of("is an image; the service takes a video here")
        : check.videoProblem(video, order.orientation());
  }

  private static void refuse(String where, Optional<String> problem) throws Refusal {
    if (problem.isPresent()) {
      throw Refusal.media(where + " " + problem.get());
    }
  }

  private AssetFacts facts(URI url, String where, long maxBytes, boolean keep)
      throws Refusal, IOException {
    String name = withoutQuery(url);
    Known before = known.get(name);
    if (before != null && keep && !characters.has(before.facts())) {
      before = null;
    }
    Path target = Files.createTempFile(folder, "reference-", "");
    try {
      String etag = before == null ? null : before.etag();
      var outcome = Download.fetch(url, etag, maxBytes, target);
      if (outcome instanceof Download.Outcome.Unchanged && before != null) {
        return before.facts();
      }
      if (outcome instanceof Download.Outcome.TooLarge) {
        throw Refusal.tooLong(where + " is larger than " + (maxBytes >> 20) + " MB");
      }
      if (outcome instanceof Download.Outcome.Failed failed) {
        throw Refusal.media(where + " could not be fetched: it " + failed.problem());
      }
      AssetFacts facts = look(target, where);
      if (keep && facts.type().isImage()) {
        characters.keep(facts, target);
      }
      remember(name, outcome, facts);
      return facts;
    } finally {
      Files.deleteIfExists(target);
    }
  }

  private AssetFacts look(Path file, String where) throws IOException, Refusal {
    try {
      return check.look(file);
    } catch (Refusal e) {
      throw Refusal.media(where + " " + e.getMessage());
    }
  }

  private void remember(String name, Download.Outcome outcome, AssetFacts facts) {
    @Nullable String etag = outcome instanceof Download.Outcome.Fetched f ? f.etag() : null;
    if (etag != null) {
      known.put(name, new Known(etag, facts));
    }
  }

  /** The query of a pre-signed URL changes with every signature, and is a secret. */
  private static String withoutQuery(URI url) {
    return url.getScheme() + "://" + url.getRawAuthority() + url.getRawPath();
  }
}
