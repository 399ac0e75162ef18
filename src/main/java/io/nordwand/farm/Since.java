package io.nordwand.farm;

import java.time.Instant;

/**
 * When a printer's state was first seen. Eiger has no time for a state, so this clock is ours.
 *
 * @param at first poll that showed the state
 * @param exact false when the state was there already at the first poll after a start: "at least" since then
 */
public record Since(Instant at, boolean exact) {}
