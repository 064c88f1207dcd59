package io.callsheet.ledger;

import io.callsheet.model.AssetRole;
import io.callsheet.model.Sha256;

/** A reference file by what counts: its bytes, and the role that they play. */
public record Asset(AssetRole role, Sha256 sha256) {}
