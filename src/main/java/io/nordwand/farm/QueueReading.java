package io.nordwand.farm;

/**
 * A printer and its queue, read in one answer.
 *
 * @param printer the device as it was at that moment
 * @param queue its waiting jobs
 */
public record QueueReading(PrinterReport printer, PrintQueue queue) {}
