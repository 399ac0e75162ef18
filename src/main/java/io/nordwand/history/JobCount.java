package io.nordwand.history;

/**
 * How many jobs there are.
 *
 * @param number so many were counted
 * @param exact whether these are all; else there are at least so many, since counting ends early to stay quick
 */
public record JobCount(long number, boolean exact) {

    /** The same, when so many have been seen. */
    JobCount atLeast(long seen) {
        return exact || number >= seen ? this : new JobCount(seen, false);
    }
}
