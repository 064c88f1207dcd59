package io.callsheet.ledger;

/**
 * A process that works on a run.
 *
 * @param started the process's start time as its platform tells it; a pid alone may be used again
 */
public record Owner(long pid, String started, String host) {}
