package io.nordwand.farm;

import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Port: reads the farm. Every failure is a {@link FarmException}; reads are retried inside where that is safe, and
 * bounded in time.
 */
public interface FarmSource {

    /** All printers, de-duplicated, in any order; empty when none is visible to the key. */
    Mono<List<PrinterReport>> printers();

    /** One printer, read afresh. */
    Mono<PrinterReport> printer(PrinterId printer);

    /** One printer with its queue, read afresh. */
    Mono<QueueReading> queue(PrinterId printer);

    /** All builds, newest first, de-duplicated. May take several calls; callers cache. */
    Mono<List<Build>> builds();

    /** One build, read afresh. */
    Mono<Build> build(BuildId build);

    /**
     * Jobs of this printer that Eiger made since then, by Eiger's clock, newest first (listPrintJobs). Without those that
     * Eiger lists under no printer (field note 29).
     */
    default Mono<List<PrintJob>> jobs(PrinterId printer, Instant since) {
        return Mono.just(List.of());
    }

    /** The picture of a build, or empty when there is none, it is no picture, too large, or its link has expired. */
    Mono<Preview> preview(BuildId build);
}
