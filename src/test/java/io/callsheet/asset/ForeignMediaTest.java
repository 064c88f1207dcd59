package io.callsheet.asset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignMediaTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "RIFF....WEBPVP8 , a WebP image",
    "GIF89a.., a GIF image",
    "....ftypheic...., a HEIC image",
    "....ftypmif1...., a HEIC image",
    "....ftypavif...., an AVIF image",
    "BM..~~...., a BMP image",
    "II*~...., a TIFF image",
    "MM~*...., a TIFF image",
    "8BPS...., a Photoshop document",
    "'<?xml version=\"1.0\"?><svg xmlns=\"x\"/>', an SVG drawing"
  })
  void names_an_image_that_the_service_does_not_take(String content, String name) {
    assertRefused(bytes(content), "is " + name + "; the service takes JPEG and PNG images");
  }

  @ParameterizedTest
  @CsvSource({"'\u001aE\u00df\u00a3....', a WebM or MKV video", "RIFF....AVI LIST, an AVI video"})
  void names_a_video_that_the_service_does_not_take(String content, String name) {
    assertRefused(bytes(content), "is " + name + "; the service takes MP4 and MOV videos");
  }

  @ParameterizedTest
  @CsvSource({
    "%PDF-1.7, a PDF document",
    "PK\u0003\u0004...., a ZIP archive or Office document",
    "'<!DOCTYPE html><html>', 'a web page, probably saved in place of the media'",
    "'Dear all, the picture follows', a text file",
    "'\u0001\u0002\u0003', neither an image nor a video that we know"
  })
  void names_what_is_neither(String content, String name) {
    assertRefused(
        bytes(content),
        "is " + name + "; the service takes JPEG and PNG images and MP4 and MOV videos");
  }

  @Test
  void refuses_an_empty_file() {
    assertRefused(new byte[0], "is empty; copy or export it again");
  }

  /** A tilde stands for a zero. */
  private static byte[] bytes(String content) {
    return content.replace('~', '\0').getBytes(ISO_8859_1);
  }

  private void assertRefused(byte[] content, String message) {
    assertThatThrownBy(
            () -> new MediaProbe().probe(Files.write(folder.resolve("file.png"), content)))
        .isInstanceOf(UnusableMedia.class)
        .hasMessage(message);
  }
}
