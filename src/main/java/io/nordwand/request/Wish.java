package io.nordwand.request;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.JobId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked for here. Eiger keeps neither who, nor why, nor by which day (field note 48).
 *
 * @param id its number
 * @param token stands for the form that it came from
 * @param action id of the order that sends it, also in the audit log
 * @param kind how it was asked for
 * @param build what is wanted
 * @param title its title at that moment
 * @param person account that asked
 * @param note why, in their words; may be blank
 * @param dueOn the day at whose end it is late, or null
 * @param filedAt when it was asked for
 * @param known keys of the backlog's jobs of that build as they were before
 * @param standing key of how far the call got, as the order's state has it
 * @param sentence what went wrong; blank when nothing did
 * @param job the print job that came of it, or null as long as nobody knows
 * @param withdrawnAt when it was taken back, or null
 * @param withdrawnBy by whom, or null
 */
public record Wish(
        long id,
        String token,
        String action,
        Kind kind,
        BuildId build,
        String title,
        String person,
        String note,
        @Nullable LocalDate dueOn,
        Instant filedAt,
        Set<String> known,
        String standing,
        String sentence,
        @Nullable JobId job,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnBy) {
    public Wish {
        known = Set.copyOf(known);
    }

    /** Longest note. */
    public static final int LONGEST_NOTE = 500;

    /** How something can be asked for; Eiger's answers do not tell them apart. */
    public enum Kind {
        /** A job request, which can be withdrawn (sendBuildToJobRequestQueue). */
        REQUEST,
        /** A backlog entry, which can't (sendBuildToBacklog). */
        BACKLOG;

        /** Its word in addresses, messages and the database. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    /** Whether its job was found by reading, since the answer was lost: it may be somebody else's. */
    public boolean found() {
        return standing.equals("found-done");
    }

    Wish standing(String newStanding, String newSentence) {
        return new Wish(
                id,
                token,
                action,
                kind,
                build,
                title,
                person,
                note,
                dueOn,
                filedAt,
                known,
                newStanding,
                newSentence,
                job,
                withdrawnAt,
                withdrawnBy);
    }

    /** Id of its element. */
    public String elementId() {
        return "wish-" + id;
    }
}
