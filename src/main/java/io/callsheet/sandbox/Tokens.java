package io.callsheet.sandbox;

import java.util.random.RandomGenerator;

/** Makes names that nobody guesses, of capital letters and digits like the service's task ids. */
final class Tokens {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

  private final RandomGenerator random;

  Tokens(RandomGenerator random) {
    this.random = random;
  }

  String next(int length) {
    StringBuilder token = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      token.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return token.toString();
  }
}
