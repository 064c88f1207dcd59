package io.callsheet.bench.textbook;

/** A row on its way through the steps; {@code task} and {@code video} are empty until known. */
record Clip(
    String key, String character, String performance, String prompt, String task, String video) {}
