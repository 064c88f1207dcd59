package io.callsheet.model;

import java.util.Optional;

/** Why a row failed. All but {@link #LOST} are unpaid. */
public enum FailureClass {
  /** The service's content policy. */
  MODERATION,
  /** The service could not use a reference file. */
  MEDIA,
  /** The service refused the request itself. */
  REQUEST,
  /** The service failed to render; the only class that is retried by itself. */
  PROVIDER,
  /** Paid or written off, and no file to show for it. */
  LOST;

  /** Whether one of the row's reference files may be to blame. */
  public boolean mayLieInAsset() {
    return this == MODERATION || this == MEDIA;
  }

  public String word() {
    return Words.of(this);
  }

  public static Optional<FailureClass> find(String word) {
    return Words.find(FailureClass.class, word);
  }
}
