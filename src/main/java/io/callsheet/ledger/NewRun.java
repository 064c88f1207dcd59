package io.callsheet.ledger;

import io.callsheet.model.Credits;
import io.callsheet.model.PlanBasis;
import io.callsheet.model.RunId;
import io.callsheet.model.Sha256;
import java.nio.file.Path;

/**
 * What is fixed when a run is made.
 *
 * @param label empty without one
 * @param inputs digest of the frozen inputs
 * @param manifest digest of the manifest's bytes
 * @param manifestSource path or address where they were read
 * @param reuse whether earlier renders of the same content are delivered again
 * @param basis what the price of its plan rests on
 * @param selection as given on the command line; empty selects all rows
 */
public record NewRun(
    RunId id,
    String label,
    Sha256 inputs,
    Sha256 manifest,
    String manifestSource,
    Path jobFile,
    Path output,
    String selection,
    boolean reuse,
    Credits cap,
    PlanBasis basis) {}
