package io.nordwand.history;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.record.JobRecord;
import java.util.List;
import reactor.core.publisher.Mono;

/** How often a build was printed, and how that ended. Errors are {@link io.nordwand.database.DatabaseException}. */
public interface BuildRuns {

    /** Runs that are given one by one. */
    int NEWEST = 50;

    /**
     * The jobs of one build.
     *
     * @param states how many there are in each state, the most frequent first; the backlog apart
     * @param newest the newest of them, at most {@link #NEWEST}
     * @param waiting those on the backlog, asked for or put there (field note 48), the oldest first, at most {@link #NEWEST}
     * @param waitingCount how many there are on the backlog
     */
    record Runs(List<InState> states, List<JobRecord> newest, List<JobRecord> waiting, long waitingCount) {

        /** There are none. */
        public static final Runs NONE = new Runs(List.of(), List.of(), List.of(), 0);

        public Runs {
            states = List.copyOf(states);
            newest = List.copyOf(newest);
            waiting = List.copyOf(waiting);
        }

        /** How many there are, the backlog apart. */
        public long count() {
            return states.stream().mapToLong(InState::count).sum();
        }

        /** How many there are in that state, in any letter case. */
        public long in(String state) {
            return states.stream()
                    .filter(each -> each.state().strip().equalsIgnoreCase(state))
                    .mapToLong(InState::count)
                    .sum();
        }
    }

    /**
     * Jobs in one state.
     *
     * @param state state as Eiger wrote it, blank when not given
     */
    record InState(String state, long count) {}

    /** The runs of a build; none when nothing is known of any. */
    Mono<Runs> of(BuildId build);
}
