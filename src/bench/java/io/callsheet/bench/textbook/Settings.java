package io.callsheet.bench.textbook;

import java.net.URI;
import java.nio.file.Path;

/** Where everything is. */
record Settings(URI service, String bucket, Path manifest, Path assets, Path output, Path state) {

  static Settings of(String... arguments) {
    return new Settings(
        URI.create(arguments[0]),
        arguments[1],
        Path.of(arguments[2]),
        Path.of(arguments[3]),
        Path.of(arguments[4]),
        Path.of(arguments[5]));
  }
}
