package io.callsheet.sandbox;

import java.io.IOException;

/** Another process has this sandbox's home open. */
final class SandboxHeld extends IOException {
  private static final long serialVersionUID = 1L;

  SandboxHeld(String message) {
    super(message);
  }
}
