package io.nordwand.dispatch;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.Trouble;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody asked a printer to do, and how far it got.
 *
 * @param id identifies the action
 * @param operation what to do
 * @param printer where
 * @param printerName its name at that moment
 * @param by who asked
 * @param build build to add or print, else null
 * @param subject title of the build concerned, or blank
 * @param entries entry to remove, entries to clear, or the entry that is to be printed
 * @param startedAt when it was asked for
 * @param changedAt when its stage last changed
 * @param stage how far it got
 * @param message message key of the sentence about it
 * @param arguments what the sentence names
 * @param trouble why it was refused or is unknown, or null
 * @param steps entry by entry, for clearing a queue
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
        Instant changedAt,
        Stage stage,
        String message,
        List<String> arguments,
        @Nullable Trouble trouble,
        List<Step> steps) {
    public Action {
        entries = List.copyOf(entries);
        arguments = List.copyOf(arguments);
        steps = List.copyOf(steps);
    }

    /** The arguments as the message source wants them. */
    public Object[] argumentArray() {
        return arguments.toArray();
    }

    /** Eiger's sentence on what went wrong, or null. */
    public @Nullable String detail() {
        return trouble == null ? null : trouble.sentence();
    }

    /** Eiger's reference to quote to support, or null. */
    public @Nullable String reference() {
        return trouble == null ? null : trouble.reference();
    }

    Action about(String newSubject) {
        return new Action(
                id,
                operation,
                printer,
                printerName,
                by,
                build,
                newSubject,
                entries,
                startedAt,
                changedAt,
                stage,
                message,
                arguments,
                trouble,
                steps);
    }

    Action at(Stage newStage, String newMessage, Object... newArguments) {
        List<String> words =
                java.util.Arrays.stream(newArguments).map(String::valueOf).toList();
        return new Action(
                id,
                operation,
                printer,
                printerName,
                by,
                build,
                subject,
                entries,
                startedAt,
                changedAt,
                newStage,
                "action." + operation.key() + "." + newMessage,
                words,
                trouble,
                steps);
    }

    Action because(@Nullable Trouble newTrouble) {
        return new Action(
                id,
                operation,
                printer,
                printerName,
                by,
                build,
                subject,
                entries,
                startedAt,
                changedAt,
                stage,
                message,
                arguments,
                newTrouble,
                steps);
    }

    Action with(List<Step> newSteps) {
        return new Action(
                id,
                operation,
                printer,
                printerName,
                by,
                build,
                subject,
                entries,
                startedAt,
                changedAt,
                stage,
                message,
                arguments,
                trouble,
                newSteps);
    }

    Action changed(Instant now) {
        return new Action(
                id,
                operation,
                printer,
                printerName,
                by,
                build,
                subject,
                entries,
                startedAt,
                now,
                stage,
                message,
                arguments,
                trouble,
                steps);
    }
}
