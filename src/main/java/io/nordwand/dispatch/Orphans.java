package io.nordwand.dispatch;

import io.nordwand.audit.Audit;
import io.nordwand.audit.Deed;
import io.nordwand.audit.OpenDeed;
import io.nordwand.audit.Outcome;
import io.nordwand.audit.Outcome.Kind;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.FarmSource;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.QueueEntry;
import io.nordwand.farm.QueueReading;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Open deeds of the audit log that no action is known for any more, as after the restore of a backup. One reading says
 * what it can about each; the rest ends as "can't tell".
 */
@Component
class Orphans {

    /** Within which an entry or job is likely to be what the deed made, Eiger's clock and ours being different ones. */
    private static final Duration NEAR = Duration.ofMinutes(2);

    private final Audit audit;
    private final FarmSource source;
    private final Watch watch;
    private final Duration limit;

    Orphans(Audit audit, FarmSource source, Watch watch, DispatchProperties dispatch) {
        this.audit = audit;
        this.source = source;
        this.watch = watch;
        this.limit = dispatch.readingLimit();
    }

    Mono<Void> settle(OpenDeed open) {
        return found(open)
                .defaultIfEmpty(outcome(Kind.CANT_TELL, "", null))
                .flatMap(outcome -> audit.settle(open.id(), outcome));
    }

    private Mono<Outcome> found(OpenDeed open) {
        PrinterId printer = open.deed().printer();
        if (printer == null) {
            return Mono.empty();
        }
        return switch (open.deed().operation()) {
            case "remove" -> watch.look(printer).mapNotNull(now -> removed(open.deed(), now));
            case "append" -> watch.look(printer).mapNotNull(now -> appended(open, now));
            case "print" -> printed(open, printer);
            default -> Mono.empty();
        };
    }

    private static @Nullable Outcome removed(Deed deed, QueueReading now) {
        EntryId entry = deed.entry();
        if (entry == null) {
            return null;
        }
        return Reading.holds(now, entry)
                ? outcome(Kind.FOUND_NOT_DONE, "It is still in the queue.", null)
                : outcome(Kind.FOUND_DONE, "It is no longer in the queue.", null);
    }

    private static @Nullable Outcome appended(OpenDeed open, QueueReading now) {
        return now.queue().entries().stream()
                .filter(entry -> entry.build() != null
                        && entry.build().id().equals(open.deed().build())
                        && near(open.at(), entry.queuedAt()))
                .map(QueueEntry::id)
                .findFirst()
                .map(entry -> outcome(
                        Kind.FOUND_DONE, "An entry of that time is in the queue; it may be somebody else’s.", entry))
                .orElse(null);
    }

    private Mono<Outcome> printed(OpenDeed open, PrinterId printer) {
        return Mono.defer(() -> source.jobs(printer, open.at().minus(NEAR)))
                .timeout(limit)
                .onErrorComplete()
                .mapNotNull(jobs -> jobs.stream()
                        .filter(job ->
                                Objects.equals(job.build(), open.deed().build()) && near(open.at(), job.createdAt()))
                        .findFirst()
                        .map(job -> outcome(Kind.FOUND_DONE, "Eiger lists a job of that time.", job.id()))
                        .orElse(null));
    }

    private static boolean near(Instant deed, @Nullable Instant other) {
        return other != null && Duration.between(deed, other).abs().compareTo(NEAR) <= 0;
    }

    private static Outcome outcome(Kind kind, String found, @Nullable Object result) {
        String sentence = (Resuming.RESTARTED + " " + found).strip();
        return new Outcome(kind, null, null, sentence, null, result == null ? null : result.toString());
    }
}
