package io.nordwand.dispatch;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.PrinterId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One call to Eiger of an action that needs several.
 *
 * @param kind what is to be done
 * @param printer at whose queue
 * @param entry entry to take out, or the one that the new entry stands for; null for a new one
 * @param build build to append, or that of the entry as far as known; else null
 * @param title title of its build, for people
 * @param result what became of it
 * @param made the entry that came of appending, or null
 * @param where name of the printer at that moment, blank while the plan knows only its own printer
 */
public record Step(
        Kind kind,
        PrinterId printer,
        @Nullable EntryId entry,
        @Nullable BuildId build,
        String title,
        Result result,
        @Nullable EntryId made,
        String where) {

    /** What a step does. */
    public enum Kind {
        /** Appends the build to the queue. */
        APPEND,
        /** Takes the entry out of the queue. */
        REMOVE;

        /** The key in message names. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What became of a step. */
    public enum Result {
        /** Not sent yet, or left alone because an earlier step said that it is of no use. */
        NOT_TRIED,
        /** On its way to Eiger; after a restart that means that nobody knows. */
        SENDING,
        /** Appended. */
        ADDED,
        /** The answer was lost, and a new entry of that build is in the queue. */
        FOUND_ADDED,
        /** The answer was lost, and no new entry of that build turned up in the whole time of the follow-up. */
        NOT_FOUND,
        /** Taken out. */
        REMOVED,
        /** Was gone already: started, or taken out by somebody else. */
        ALREADY_GONE,
        /** The answer was lost, and it is no longer in the queue. */
        FOUND_GONE,
        /** Eiger refused, or it did not reach Eiger; nothing was changed. */
        REFUSED,
        /** The answer was lost, and it was still in the queue at the end of the follow-up. */
        STILL_THERE,
        /** The answer was lost, and the queue could not be read or does not tell. */
        UNKNOWN;

        /** The key in message names. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        boolean gone() {
            return this == REMOVED || this == ALREADY_GONE || this == FOUND_GONE;
        }

        boolean done() {
            return gone() || this == ADDED || this == FOUND_ADDED;
        }

        boolean uncertain() {
            return this == STILL_THERE || this == NOT_FOUND || this == UNKNOWN || this == SENDING;
        }
    }

    /** To append the build. */
    static Step append(PrinterId printer, BuildId build, String title, @Nullable EntryId inPlaceOf) {
        return new Step(Kind.APPEND, printer, inPlaceOf, build, title, Result.NOT_TRIED, null, "");
    }

    /** To take the entry out. */
    static Step remove(PrinterId printer, EntryId entry, @Nullable BuildId build, String title) {
        return new Step(Kind.REMOVE, printer, entry, build, title, Result.NOT_TRIED, null, "");
    }

    /** Whether the call is what this step takes. */
    boolean asks(Call call) {
        boolean same = kind == Kind.APPEND ? Objects.equals(build, call.build()) : Objects.equals(entry, call.entry());
        return same && kind.key().equals(call.operation()) && printer.equals(call.printer());
    }

    /**
     * What should wait at the printer if nobody but these steps had changed anything.
     *
     * @param known all entries that were seen there before, or made there by the steps
     */
    static Set<EntryId> expected(Set<EntryId> known, List<Step> steps, PrinterId printer) {
        Set<EntryId> expected = new HashSet<>(known);
        for (Step step : steps) {
            if (step.printer().equals(printer) && step.made() != null) {
                expected.add(step.made());
            }
            if (step.printer().equals(printer)
                    && step.kind() == Kind.REMOVE
                    && step.result().gone()) {
                expected.remove(step.entry());
            }
        }
        return expected;
    }

    Step with(Result newResult) {
        return new Step(kind, printer, entry, build, title, newResult, made, where);
    }

    Step made(Result newResult, @Nullable EntryId newEntry) {
        return new Step(kind, printer, entry, build, title, newResult, newEntry, where);
    }

    Step of(@Nullable BuildId newBuild) {
        return new Step(kind, printer, entry, newBuild, title, result, made, where);
    }

    Step at(String newWhere) {
        return new Step(kind, printer, entry, build, title, result, made, newWhere);
    }

    /** Key of the words on what became of it. */
    public String word() {
        boolean notAdded = kind == Kind.APPEND && result == Result.REFUSED;
        return "dispatch.step." + (notAdded ? "not-added" : result.key());
    }

    Step titled(String newTitle) {
        return new Step(kind, printer, entry, build, newTitle, result, made, where);
    }
}
