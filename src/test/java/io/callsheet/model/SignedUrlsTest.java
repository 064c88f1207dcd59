package io.callsheet.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedUrlsTest {
  private static final String SECRET = "5ec7e7";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cannot read https://b.test/a.png?X-Amz-Signature=5ec7e7&x=1 at all",
        "GET /b/a.png?X-Amz-Date=1&X-Amz-Signature=5ec7e7 403",
        "{\"image_urls\":[\"http:\\/\\/b.test\\/a.png?sig=5ec7e7\"]}",
        "https%3A%2F%2Fb.test%2Fa.png%3FX-Amz-Date%3D1%26X-Amz-Signature%3D5ec7e7",
        "a.png?X-Amz-Date\\u003d1\\u0026X-Amz-Signature\\u003d5ec7e7",
        "a.png?a=1&amp;Signature=5ec7e7&amp;Expires=1",
        "AWS4-HMAC-SHA256 Credential=AKID/5ec7e7/eu, SignedHeaders=host, Signature=5ec7e7",
        "x-amz-security-token: 5ec7e7",
        "{\"X-Amz-Security-Token\": \"5ec7e7\"}",
        "https://b.test/a.png#5ec7e7",
        "HTTPS://b.test/a?5ec7e7"
      })
  void a_signature_is_hidden_however_it_is_written(String text) {
    assertThat(SignedUrls.hide(text)).doesNotContain(SECRET);
  }

  @Test
  void what_a_person_needs_stays() {
    assertThat(SignedUrls.hide("cannot read https://b.test/a.png?X-Amz-Signature=1 (not an image)"))
        .isEqualTo("cannot read https://b.test/a.png (not an image)");
    assertThat(SignedUrls.hide("The signature does not match; is the key of 3:4 right?"))
        .isEqualTo("The signature does not match; is the key of 3:4 right?");
  }
}
