package io.nordwand.audit;

import java.time.Instant;

/**
 * A deed of which nobody knows the outcome yet: it has none, or only {@link Outcome.Kind#UNKNOWN}.
 *
 * @param id names it
 * @param at when it was stored, which was before the call
 * @param deed what was to be done
 */
public record OpenDeed(DeedId id, Instant at, Deed deed) {}
