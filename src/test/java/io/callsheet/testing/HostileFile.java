package io.callsheet.testing;

/**
 * A small file that means harm, or met with an accident.
 *
 * @param says what its refusal names; empty where it may be used, if only soon
 */
public record HostileFile(String name, byte[] content, String says) {
  @Override
  public String toString() {
    return name;
  }
}
