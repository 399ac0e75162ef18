package io.nordwand.dispatch;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.PrinterId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person asked for, exactly as their form said it.
 *
 * @param session their session, which the action id must have been given to
 * @param actionId one-time action id from the form
 * @param by user name
 * @param operation what to do
 * @param printer where
 * @param build build to add or print, else null
 * @param entries entry to remove, entries to clear, or the entry that is to be printed
 */
record Intent(
        String session,
        String actionId,
        String by,
        Operation operation,
        PrinterId printer,
        @Nullable BuildId build,
        List<EntryId> entries) {
    Intent {
        entries = List.copyOf(entries);
    }

    /** Without session and action id: whoever knew both could act. */
    @Override
    public String toString() {
        return "Intent[" + operation + " at " + printer + " by " + by + "]";
    }
}
