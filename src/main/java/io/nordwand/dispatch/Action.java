package io.nordwand.dispatch;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.Printer;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.Trouble;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody asked a printer to do, and how far it got.
 *
 * @param id identifies the action on pages; not the one-time id of the form
 * @param operation what to do
 * @param printer where
 * @param printerName its name at that moment
 * @param by who asked
 * @param build build to add or print, else null
 * @param subject title of the build concerned, blank while not known
 * @param entries entry to remove, entries to clear, or the entry that is to be printed
 * @param startedAt when it was asked for
 * @param progress what became of it so far
 */
public record Action(
        String id,
        Operation operation,
        PrinterId printer,
        String printerName,
        String by,
        @Nullable BuildId build,
        String subject,
        List<EntryId> entries,
        Instant startedAt,
        Progress progress) {
    public Action {
        entries = List.copyOf(entries);
    }

    /** What the intent asks for, not yet sent. */
    static Action of(Intent intent, Printer printer, Instant now) {
        List<EntryId> entries = intent.entries();
        boolean clear = intent.operation() == Operation.CLEAR;
        List<Step> steps = !clear
                ? List.of()
                : entries.stream()
                        .map(entry -> new Step(entry, Wording.title(printer, entry), Step.Result.NOT_TRIED))
                        .toList();
        return new Action(
                UUID.randomUUID().toString(),
                intent.operation(),
                intent.printer(),
                printer.report().displayName(),
                intent.by(),
                intent.build(),
                clear || entries.isEmpty() ? "" : Wording.title(printer, entries.get(0)),
                entries,
                now,
                new Progress(Standing.RUNNING, List.of(), null, steps, now));
    }

    /** How far it got. */
    public Stage stage() {
        return progress.standing().stage();
    }

    /** How it stands. */
    public Standing standing() {
        return progress.standing();
    }

    /** When it last changed. */
    public Instant changedAt() {
        return progress.changedAt();
    }

    /** Entry by entry, for clearing a queue. */
    public List<Step> steps() {
        return progress.steps();
    }

    /** Key of the sentence about it; the one with {@code .more} says what to do. */
    public String message() {
        return "action." + operation.key() + "." + progress.standing().key();
    }

    /** What the sentence names: build, printer, details. */
    public Object[] arguments() {
        List<Object> all = new ArrayList<>(List.of(subject, printerName));
        all.addAll(progress.details());
        return all.toArray();
    }

    /** Eiger's sentence on what went wrong, or null. */
    public @Nullable String detail() {
        Trouble trouble = progress.trouble();
        return trouble == null ? null : trouble.sentence();
    }

    /** Eiger's reference to quote to support, or null. */
    public @Nullable String reference() {
        Trouble trouble = progress.trouble();
        return trouble == null ? null : trouble.reference();
    }

    Action about(String newSubject) {
        return new Action(id, operation, printer, printerName, by, build, newSubject, entries, startedAt, progress);
    }

    Action with(Progress newProgress) {
        return new Action(id, operation, printer, printerName, by, build, subject, entries, startedAt, newProgress);
    }

    /** The action as it stands now; an earlier trouble is forgotten, the steps are kept. */
    Action now(Standing standing, Object... details) {
        if (!standing.befits(operation)) {
            throw new IllegalArgumentException(operation + " can't stand at " + standing);
        }
        return with(new Progress(standing, List.of(details), null, progress.steps(), progress.changedAt()));
    }

    Action because(@Nullable Trouble trouble) {
        return with(progress.because(trouble));
    }

    Action with(List<Step> steps) {
        return with(progress.with(steps));
    }
}
