package io.callsheet.sandbox;

import io.callsheet.model.Credits;

/**
 * What stays the same over restarts of the sandbox.
 *
 * @param opening all that was ever paid into the account
 * @param signingKey of the result URLs
 * @param vidgoPort on which it listened last; 0: never yet
 * @param s3Port likewise
 */
record Account(
    Credits opening,
    String apiKey,
    String accessKey,
    String secretKey,
    String signingKey,
    int vidgoPort,
    int s3Port) {

  static Account create(Credits opening, Tokens tokens) {
    return new Account(
        opening,
        "sandbox-" + tokens.next(32),
        "SANDBOX" + tokens.next(13),
        tokens.next(40),
        tokens.next(40),
        0,
        0);
  }

  /** Topped up to a larger sum, as whoever raises the balance of a job means; never lowered. */
  Account toppedUpTo(Credits sum) {
    return sum.compareTo(opening) <= 0
        ? this
        : new Account(sum, apiKey, accessKey, secretKey, signingKey, vidgoPort, s3Port);
  }

  Account at(int newVidgoPort, int newS3Port) {
    return new Account(opening, apiKey, accessKey, secretKey, signingKey, newVidgoPort, newS3Port);
  }

  /** Without the keys. */
  @Override
  public String toString() {
    return "Account[vidgoPort=" + vidgoPort + ", s3Port=" + s3Port + "]";
  }
}
