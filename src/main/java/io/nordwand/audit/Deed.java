package io.nordwand.audit;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.PrinterId;
import org.jspecify.annotations.Nullable;

/**
 * What is about to be done: one call to Eiger that changes something, or one change to Nordwand itself (an account, the
 * switch for all writing).
 *
 * @param action id of the action that it belongs to; several deeds can share one
 * @param actor who
 * @param operation what, as a key: {@code append}, {@code remove}, {@code print}, {@code account.add} and so on
 * @param printer where, or null
 * @param printerName its name at that moment, blank without a printer
 * @param build build concerned, or null
 * @param subject title of the build, name of the account and so on; blank when not known
 * @param entry queue entry to remove, or the one that is to be printed; or null
 * @param seen what the person had before their eyes when they asked, in a few words; may be blank
 */
public record Deed(
        String action,
        Actor actor,
        String operation,
        @Nullable PrinterId printer,
        String printerName,
        @Nullable BuildId build,
        String subject,
        @Nullable EntryId entry,
        String seen) {}
