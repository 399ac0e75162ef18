package io.nordwand.farm.record;

/**
 * The inspection report of one printed part, as far as a job's list of reports tells.
 *
 * @param part id of the printed part
 * @param there whether it can be fetched; where it can't, it may have been ordered or not, which Eiger does not say
 */
public record PartReport(String part, boolean there) {}
