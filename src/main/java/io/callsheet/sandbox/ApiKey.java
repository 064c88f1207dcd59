package io.callsheet.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.security.MessageDigest;

/** The bearer key of the account. */
final class ApiKey {
  static final String MESSAGE = "the API key is missing or wrong";

  private final byte[] expected;

  ApiKey(String key) {
    expected = ("Bearer " + key).getBytes(UTF_8);
  }

  /** Whether the call brings the key; takes the same time however much of a wrong key is right. */
  boolean opens(HttpExchange call) {
    String given = call.getRequestHeaders().getFirst("Authorization");
    return given != null && MessageDigest.isEqual(expected, given.getBytes(UTF_8));
  }
}
