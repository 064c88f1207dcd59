package io.callsheet.bench;

import org.jspecify.annotations.Nullable;

/**
 * One line of the table.
 *
 * @param what is measured
 * @param value as a person reads it, with its unit
 * @param number the same for programs
 * @param wanted what the promise or the issue asks for; null where it asks for nothing
 * @param holds whether it is so
 */
record Figure(
    String benchmark,
    String what,
    String value,
    double number,
    @Nullable String wanted,
    @Nullable Boolean holds) {}
