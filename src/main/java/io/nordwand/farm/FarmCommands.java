package io.nordwand.farm;

import reactor.core.publisher.Mono;

/**
 * Port: changes the farm. Each call sends at most one request and never retries it. Errors are {@link FarmException};
 * {@link Trouble.OutcomeUnknown} says that the request may have taken effect, every other trouble that it did not.
 */
public interface FarmCommands {

    /** Appends the build to the printer's queue (Eiger: appendToDeviceQueue, not idempotent; field note 47). */
    Mono<EntryId> append(PrinterId printer, BuildId build);

    /** Takes one entry out of the queue (Eiger: removeFromDeviceQueue). {@link Trouble.NotFound} means already gone. */
    Mono<Void> remove(PrinterId printer, EntryId entry);

    /**
     * Starts a print at once (Eiger: printToPrinter). The id says only that Eiger took the request; the printer has it
     * when its active job carries this id (field note 49).
     */
    Mono<JobId> print(PrinterId printer, BuildId build);
}
