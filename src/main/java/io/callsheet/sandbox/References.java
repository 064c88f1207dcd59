package io.callsheet.sandbox;

import io.callsheet.model.AssetFacts;

/** The two files of an order, fetched and found good. */
record References(AssetFacts image, AssetFacts video) {}
