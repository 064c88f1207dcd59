package io.callsheet.job;

import java.io.Serializable;

/**
 * One thing that is wrong with a job file.
 *
 * @param line of the file, counted from 1; 0 when nothing in it can be pointed at
 * @param key its full name, {@code spend.cap}; empty when the file as a whole is meant
 * @param problem continues a sentence that begins with the key
 */
public record JobProblem(int line, String key, String problem) implements Serializable {

  @Override
  public String toString() {
    return (line > 0 ? line + ": " : " ") + (key.isEmpty() ? "" : key + " ") + problem;
  }
}
