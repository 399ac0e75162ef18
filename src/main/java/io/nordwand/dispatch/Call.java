package io.nordwand.dispatch;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.PrinterId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One call to Eiger that changes something, as the audit takes it down.
 *
 * @param operation {@code append}, {@code remove} or {@code print}
 * @param printer where
 * @param build build to append or print, or that of the entry as far as known; else null
 * @param entry entry to take out, else null
 * @param known for an append: the entries of that queue as read before it, by which a new one can be told; else null
 */
record Call(
        String operation,
        PrinterId printer,
        @Nullable BuildId build,
        @Nullable EntryId entry,
        @Nullable Set<EntryId> known) {

    static Call append(PrinterId printer, BuildId build) {
        return new Call("append", printer, build, null, null);
    }

    /** An append that can be followed up after a restart as well. */
    static Call append(PrinterId printer, BuildId build, Set<EntryId> known) {
        return new Call("append", printer, build, null, Set.copyOf(known));
    }

    static Call remove(PrinterId printer, EntryId entry, @Nullable BuildId build) {
        return new Call("remove", printer, build, entry, null);
    }

    static Call print(PrinterId printer, BuildId build) {
        return new Call("print", printer, build, null, null);
    }
}
