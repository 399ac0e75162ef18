package io.nordwand.request;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.JobId;
import io.nordwand.farm.Trouble;
import io.nordwand.farm.record.JobRecord;
import io.nordwand.farm.record.PersonRecord;
import io.nordwand.web.Viewer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The question before requests of a build are taken back: all that may go, whoever asked for it.
 *
 * @param build the build
 * @param title its title, or the beginning of its id
 * @param rows what waits of it
 * @param may whether the viewer may take all of it back
 * @param trouble why it could not be read, or null
 * @param problem key of why the answer was not good enough; blank when the question is asked for the first time
 */
record WithdrawDialog(
        BuildId build,
        String title,
        List<Row> rows,
        boolean may,
        @Nullable Trouble trouble,
        String problem) {
    WithdrawDialog {
        rows = List.copyOf(rows);
    }

    /**
     * One job that waits.
     *
     * @param job the job
     * @param title title of its build as the job has it; blank when it does not say
     * @param who who asked for it, as far as known; blank when nobody knows
     * @param person account that asked for it here, or null
     * @param note why; may be blank
     * @param stays whether it is known to be a backlog entry, which Eiger does not take back
     * @param createdAt when it was made, or null
     */
    public record Row(
            JobId job,
            String title,
            String who,
            @Nullable String person,
            String note,
            boolean stays,
            @Nullable Instant createdAt) {

        static Row of(JobRecord job, @Nullable Wish wish) {
            PersonRecord asked = job.requester() != null ? job.requester() : job.initiator();
            String named = asked == null || asked.name() == null ? "" : asked.name();
            return new Row(
                    job.id(),
                    job.build() == null ? "" : job.build().build().displayTitle(),
                    wish == null ? named : wish.person(),
                    wish == null ? null : wish.person(),
                    wish == null ? "" : wish.note(),
                    wish != null && wish.kind() == Wish.Kind.BACKLOG,
                    job.createdAt());
        }
    }

    static WithdrawDialog of(BuildId build, String title, List<Row> rows, Viewer viewer) {
        return new WithdrawDialog(build, title, rows, may(viewer, rows), null, "");
    }

    static WithdrawDialog without(BuildId build, String title, Trouble trouble) {
        return new WithdrawDialog(build, title, List.of(), false, trouble, "");
    }

    /** Operators take back everybody's; others only what is all their own, by what was asked for here. */
    static boolean may(Viewer viewer, List<Row> rows) {
        return viewer.isOperator()
                || (!rows.isEmpty()
                        && rows.stream()
                                .allMatch(row -> row.stays() || viewer.name().equals(row.person())));
    }

    WithdrawDialog again(String why) {
        return new WithdrawDialog(build, title, rows, may, trouble, why);
    }

    /** Whether there is anything that Eiger may take back. */
    public boolean any() {
        return rows.stream().anyMatch(row -> !row.stays());
    }

    /** Whether the viewer can answer with yes. */
    public boolean ready() {
        return may && any() && trouble == null;
    }
}
