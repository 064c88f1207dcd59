package io.callsheet;

/** Callsheet's entry point. */
public final class Callsheet {
  private Callsheet() {}

  public static void main(String[] args) {
    System.out.println("hello");
  }
}
