package io.nordwand.dispatch;

import io.nordwand.audit.Actor;
import io.nordwand.audit.DeedId;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.Trouble;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far the calls of one form got.
 *
 * @param id names it, also as the action of its deeds in the audit log
 * @param actor who asked
 * @param alone what only one order at a time may touch; may be blank
 * @param startedAt when it was asked for
 * @param changedAt when it last changed
 * @param items its calls in order
 */
public record Order(String id, Actor actor, String alone, Instant startedAt, Instant changedAt, List<Item> items) {
    public Order {
        items = List.copyOf(items);
    }

    /** How far one call got. */
    public enum State {
        /** Its turn has not come. */
        WAITING(Stage.RUNNING),
        /** Taken down, and on its way. */
        SENDING(Stage.RUNNING),
        /** The answer was lost; it is being found out. */
        CHECKING(Stage.CHECKING),
        /** Done, as answered. */
        DONE(Stage.DONE),
        /** Nordwand did not send it. */
        NOT_SENT(Stage.REFUSED),
        /** Eiger refused. */
        REFUSED(Stage.REFUSED),
        /** The answer was lost; reading shows that it was done. */
        FOUND_DONE(Stage.DONE),
        /** The answer was lost; it was not done in the whole time of the follow-up. */
        FOUND_NOT_DONE(Stage.REFUSED),
        /** The answer was lost, and reading can't tell. Never to be sent again without a look. */
        CANT_TELL(Stage.UNKNOWN);

        private final Stage stage;

        State(Stage stage) {
            this.stage = stage;
        }

        /** How far that is. */
        public Stage stage() {
            return stage;
        }

        /** The key in message names. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One call.
     *
     * @param operation what, as a key of the audit log
     * @param build build concerned, or null
     * @param subject what it is about, in words
     * @param memo by which a {@link Finder} knows what was sent; may be blank
     * @param state how far it got
     * @param deed its row in the audit log; null as long as it is not taken down
     * @param trouble what went wrong, or null
     */
    public record Item(
            String operation,
            @Nullable BuildId build,
            String subject,
            String memo,
            State state,
            @Nullable DeedId deed,
            @Nullable Trouble trouble) {

        static Item of(Errand errand) {
            return new Item(
                    errand.operation(), errand.build(), errand.subject(), errand.memo(), State.WAITING, null, null);
        }

        Item now(State newState, @Nullable Trouble newTrouble) {
            return new Item(operation, build, subject, memo, newState, deed, newTrouble);
        }

        Item deed(@Nullable DeedId newDeed) {
            return new Item(operation, build, subject, memo, state, newDeed, trouble);
        }

        /** What went wrong, in a sentence; blank when nothing did, or when reading has found out what a lost answer meant. */
        public String sentence() {
            boolean known = state == State.FOUND_DONE || state == State.FOUND_NOT_DONE;
            return trouble == null || known ? "" : trouble.sentence();
        }
    }

    Order with(int index, Item item, Instant at) {
        List<Item> changed = new ArrayList<>(items);
        changed.set(index, item);
        return new Order(id, actor, alone, startedAt, at, changed);
    }

    /** How far all of it got. */
    public Stage stage() {
        List<Stage> stages = items.stream().map(item -> item.state().stage()).toList();
        for (Stage first : List.of(Stage.RUNNING, Stage.CHECKING, Stage.UNKNOWN)) {
            if (stages.contains(first)) {
                return first;
            }
        }
        boolean some = stages.contains(Stage.DONE);
        return some && stages.contains(Stage.REFUSED) ? Stage.PARTLY : some ? Stage.DONE : Stage.REFUSED;
    }
}
