package io.nordwand.request;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The form by which the due day of what was asked for is changed.
 *
 * @param wish what was asked for, as it is now
 * @param due the due day, as typed
 * @param today the earliest due day, by the installation's zone
 * @param zone name of that zone
 * @param back where the list is that shows it
 * @param problem key of why the answer was not good enough or not stored; blank when it was
 */
record DueDialog(Wish wish, String due, LocalDate today, String zone, String back, String problem) {

    /** The due day as it is now, to be seen by whoever answers; blank without one. */
    public String seen() {
        return word(wish.dueOn());
    }

    /** Whether it still waits for anything. */
    public boolean open() {
        return wish.withdrawnAt() == null;
    }

    /** Whether the field is at fault. */
    public boolean wrong() {
        return problem.startsWith("due");
    }

    DueDialog again(Wish now, String typed, String found) {
        return new DueDialog(now, typed, today, zone, back, found);
    }

    static String word(@Nullable LocalDate day) {
        return Objects.toString(day, "");
    }
}
