package io.callsheet.plan;

import io.callsheet.model.Credits;
import io.callsheet.model.Rate;
import io.callsheet.model.Rounding;

/**
 * What a row's price and identity depend on.
 *
 * @param provider name of the service
 * @param origin of its address
 * @param model the service's name of it
 */
public record PlanRules(
    Rate rate, Rounding rounding, Credits cap, String provider, String origin, String model) {}
