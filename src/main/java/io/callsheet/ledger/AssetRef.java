package io.callsheet.ledger;

import io.callsheet.model.AssetRole;

/** A reference as the manifest spells it, and the role it is used in. */
public record AssetRef(AssetRole role, String ref) {}
